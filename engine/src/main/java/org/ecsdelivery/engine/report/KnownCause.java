package org.ecsdelivery.engine.report;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.DOTALL;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What words of ECS or an exit code most often mean, and what to do about it. The words are those of the ECS developer guide
 * ("Amazon ECS stopped task error messages", "Amazon ECS service event messages"); none of them is told apart by ECS itself.
 *
 * @param name tells it from the others, also in the report for machines
 * @param words found in the text that it explains
 * @param cause a sentence
 * @param remedy a sentence
 */
record KnownCause(String name, Pattern words, String cause, String remedy) {
    private static final String UNREACHABLE =
            "(i/o timeout|context deadline exceeded|Client\\.Timeout|request canceled|connection refused|connection timed out"
                    + "|connection issue)";
    private static final String FORBIDDEN = "(AccessDenied|not authorized|403 Forbidden)";

    /** Every known cause; the first whose words are found counts, so the particular stand above the general. */
    static final List<KnownCause> ALL = List.of(
            // --- the image
            row(
                    "image-platform",
                    "(does not contain descriptor matching platform|no matching manifest for \\S+ in the manifest list)",
                    "The image was built for another processor architecture than the one the task runs on.",
                    "Build the image for the platform of the task definition (runtimePlatform.cpuArchitecture), or change that."),
            row(
                    "pull-rate-limit",
                    "CannotPull.*(toomanyrequests|pull rate limit)",
                    "The registry takes no more pulls from this address for now.",
                    "Pull the image from ECR, or through a pull through cache rule of ECR."),
            row(
                    "no-space-left",
                    "CannotPull.*no space left on device",
                    "The disk of the task or the container instance is full.",
                    "Raise ephemeralStorage of the task definition or the disk of the instance, or make the image smaller."),
            row(
                    "image-unreachable",
                    "CannotPull.*" + UNREACHABLE,
                    "The task has no way to the registry.",
                    "Give its subnets a NAT gateway, a public IP address, or VPC endpoints for ecr.api, ecr.dkr and s3; let"
                            + " its security group open connections to port 443."),
            row(
                    "image-forbidden",
                    "CannotPull.*(no basic auth credentials|failed to authorize|pull access denied|unauthorized" + "|"
                            + FORBIDDEN + ")",
                    "The task may not pull the image.",
                    "Allow the execution role of the task definition ecr:GetAuthorizationToken, ecr:BatchGetImage and"
                            + " ecr:GetDownloadUrlForLayer; for a repository of another account also the repository's policy."),
            row(
                    "image-not-found",
                    "CannotPull.*(not found|manifest unknown|name unknown|does not exist)",
                    "The image is not in the registry.",
                    "Push it before the deployment, and look whether a lifecycle policy has expired it; check Image"
                            + " (deploy.image), Region and account in its name."),
            // --- what a task needs before its containers start
            row(
                    "secret-unreachable",
                    "ResourceInitializationError.*secrets?( \\S+)? from.*" + UNREACHABLE,
                    "The task has no way to Secrets Manager or Systems Manager.",
                    "Give its subnets a NAT gateway, a public IP address, or VPC endpoints for secretsmanager or ssm; let its"
                            + " security group open connections to port 443."),
            row(
                    "secret-forbidden",
                    "ResourceInitializationError.*secrets?( \\S+)? from.*" + FORBIDDEN,
                    "The task may not read a secret that its task definition names.",
                    "Allow the execution role secretsmanager:GetSecretValue or ssm:GetParameters on it, and kms:Decrypt on"
                            + " its own key."),
            row(
                    "secret-missing",
                    "ResourceInitializationError.*secrets?( \\S+)? from.*(ResourceNotFound|invalid (ssm )?parameters|can't find"
                            + "|did not contain json key)",
                    "A secret that the task definition names does not exist.",
                    "Create it in the Region of the service, or correct valueFrom in the task definition."),
            row(
                    "registry-login-forbidden",
                    "ResourceInitializationError.*registry auth.*" + FORBIDDEN,
                    "The execution role of the task definition may not log in to ECR.",
                    "Allow it ecr:GetAuthorizationToken."),
            row(
                    "registry-login-unreachable",
                    "ResourceInitializationError.*registry auth.*" + UNREACHABLE,
                    "The task has no way to ECR.",
                    "Give its subnets a NAT gateway, a public IP address, or VPC endpoints for ecr.api, ecr.dkr and s3; let"
                            + " its security group open connections to port 443."),
            row(
                    "log-group-missing",
                    "log stream.*(log group does not exist|ResourceNotFoundException)",
                    "The log group that the task definition names (awslogs-group) does not exist.",
                    "Create it, or set awslogs-create-group and allow the execution role logs:CreateLogGroup."),
            row(
                    "log-stream-forbidden",
                    "log stream.*" + FORBIDDEN,
                    "The task may not write its log.",
                    "Allow the execution role of the task definition logs:CreateLogStream and logs:PutLogEvents."),
            row(
                    "log-unreachable",
                    "(validate logger args|log stream).*" + UNREACHABLE,
                    "The task has no way to CloudWatch Logs.",
                    "Give its subnets a NAT gateway, a public IP address, or a VPC endpoint for logs."),
            row(
                    "file-system",
                    "failed to invoke EFS utils",
                    "The EFS file system of the task cannot be mounted.",
                    "Check its mount targets, port 2049 between the security groups, and the access point."),
            // --- health
            row(
                    "health-check-timeout",
                    "is unhealthy in \\((target-group|elb) .*(Request timed out|Target\\.Timeout)",
                    "The load balancer got no answer from the container in time.",
                    "Let the task's security group take connections from the load balancer on that port; check that the"
                            + " application listens on 0.0.0.0 and answers within the health check's time-out; give it time to"
                            + " start (healthCheckGracePeriodSeconds)."),
            row(
                    "health-check-codes",
                    "is unhealthy in \\((target-group|elb) .*Health checks failed with these codes",
                    "The application answers the load balancer's health check with an error.",
                    "Check path and success codes of the target group's health check, and what the application writes when it"
                            + " is asked; give it time to start (healthCheckGracePeriodSeconds)."),
            row(
                    "health-check-failed",
                    "(failed ELB health checks|is unhealthy in \\((target-group|elb) )",
                    "The load balancer called the task unhealthy.",
                    "Check port, path and success codes of the target group's health check; give the application time to start"
                            + " (healthCheckGracePeriodSeconds)."),
            row(
                    "container-health-check",
                    "failed container health checks",
                    "The command of healthCheck in the task definition failed in the container.",
                    "Run the command in the image: what it calls (curl, wget) must be there; give it a startPeriod."),
            // --- the process
            row(
                    "out-of-memory",
                    "OutOfMemory",
                    "The container used more memory than the task definition gives it.",
                    "Raise memory of the container or the task, or let the application use less (for Java"
                            + " -XX:MaxRAMPercentage)."),
            row(
                    "exec-format",
                    "exec format error",
                    "The program in the image is for another processor architecture, or is a script without #! in its first"
                            + " line.",
                    "Build the image for the platform of the task definition (runtimePlatform.cpuArchitecture)."),
            row(
                    "command-not-found",
                    "(exit code 127\\b|executable file not found|no such file or directory: unknown)",
                    "The command of the container is not in the image.",
                    "Check entryPoint and command of the task definition and the Dockerfile; a script also needs its"
                            + " interpreter in the image, and line ends without carriage returns."),
            row(
                    "command-not-executable",
                    "(exit code 126\\b|permission denied: unknown)",
                    "The command of the container may not be executed.",
                    "Set its executable bit in the Dockerfile (COPY --chmod=755), and check the user the container runs as."),
            row(
                    "killed",
                    "exit code 137\\b",
                    "The container was killed: the host ran out of memory, or it still ran when its stop timeout passed.",
                    "Raise the memory of the task, and let the application end on SIGTERM within stopTimeout."),
            row(
                    "memory-access",
                    "exit code 139\\b",
                    "Native code in the container crashed.",
                    "Check that native libraries fit the base image (musl or glibc) and the processor architecture."),
            row(
                    "terminated",
                    "exit code 143\\b",
                    "The container was asked to end (SIGTERM), and not by this deployment's end.",
                    "Look at ECS's own reason: a health check, somebody who stopped the task, or a process that ends another."),
            row(
                    "spot-interruption",
                    "(SpotInterruption|Spot Task was interrupted)",
                    "AWS took the Spot capacity back.",
                    "Nothing is wrong with the image; give the service a base of FARGATE besides FARGATE_SPOT."),
            // --- a place to run
            row(
                    "capacity-unavailable",
                    "Capacity is unavailable",
                    "AWS has no Fargate capacity of this kind in these Availability Zones just now.",
                    "Wait, or give the service subnets in more Availability Zones, or FARGATE besides FARGATE_SPOT."),
            row(
                    "capacity-quota",
                    "reached the limit on the number of (vCPUs|tasks)",
                    "The account's quota for running tasks is used up.",
                    "Stop what is not needed, or ask for more in Service Quotas (AWS Fargate)."),
            row(
                    "no-cpu",
                    "unable to place.*(insufficient CPU|enough CPU|RESOURCE:CPU)",
                    "No container instance has the CPU units free that the new task reserves beside the old ones.",
                    "Add instances or a capacity provider, reserve less cpu, or let old tasks stop first"
                            + " (minimumHealthyPercent below 100)."),
            row(
                    "no-memory",
                    "unable to place.*(insufficient memory|enough memory|RESOURCE:MEMORY)",
                    "No container instance has the memory free that the new task reserves beside the old ones.",
                    "Add instances or a capacity provider, reserve less memory, or let old tasks stop first"
                            + " (minimumHealthyPercent below 100)."),
            row(
                    "port-in-use",
                    "unable to place.*(already using a port|RESOURCE:PORTS)",
                    "The old task holds the host port that the new one needs.",
                    "Use dynamic host ports (hostPort 0) or awsvpc, add an instance, or let the old task stop first"
                            + " (minimumHealthyPercent below 100)."),
            row(
                    "agent-disconnected",
                    "unable to place.*(error \"AGENT\"|agent (is )?(not |dis)connected)",
                    "The ECS agent of the container instance is not connected.",
                    "Look at the instance: is the agent running, has it a way to ECS, has it the instance role?"),
            row(
                    "missing-attribute",
                    "unable to place.*missing an attribute",
                    "No container instance has what the task definition asks for.",
                    "Compare requiresAttributes of the task definition with the instances: log driver, network mode, agent"
                            + " version, architecture."),
            row(
                    "no-instance",
                    "unable to place.*No Container Instances were found",
                    "The cluster has no container instance.",
                    "Start one that registers with this cluster, or run the service on Fargate or a capacity provider."),
            row(
                    "protected-tasks",
                    "unable to scale in.*number of protected tasks",
                    "Old tasks are protected from scale-in, by themselves or by somebody (ecs:UpdateTaskProtection), so ECS"
                            + " keeps them, and the deployment waits for them.",
                    "Wait until they have done what they are protected for, or end their protection; a task that never ends"
                            + " its own loses it after two hours, unless it asked for more."),
            row(
                    "deployment-deadlock",
                    "unable to stop or start tasks during a deployment because of the service deployment configuration",
                    "The deployment configuration lets no old task stop and no new one start.",
                    "Raise maximumPercent or lower minimumHealthyPercent of the service."));

    private static KnownCause row(String name, String words, String cause, String remedy) {
        return new KnownCause(name, Pattern.compile(words, CASE_INSENSITIVE | DOTALL), cause, remedy);
    }

    /** Returns the cause that a text points to, if it points to any. */
    static Optional<KnownCause> of(String text) {
        return ALL.stream().filter(each -> each.words.matcher(text).find()).findFirst();
    }

    /** Returns the cause for the reader of a log. */
    String sentence() {
        return "Likely cause: " + cause + " Do: " + remedy;
    }
}
