package org.ecsdelivery.engine.permission;

import static org.ecsdelivery.engine.permission.Permission.Step.ASSUME_ROLE;
import static org.ecsdelivery.engine.permission.Permission.Step.DEPLOY;
import static org.ecsdelivery.engine.permission.Permission.Step.ENV_FILE;
import static org.ecsdelivery.engine.permission.Permission.Step.IMAGE;
import static org.ecsdelivery.engine.permission.Permission.Step.TASK;

import java.util.List;
import java.util.stream.Stream;

/**
 * A permission that a step uses. The table is what {@code docs/iam.md} shows and what a refusal tells to add.
 *
 * @param step the step that uses it
 * @param action the IAM action
 * @param scope what it may be narrowed to
 * @param purpose what the step does with it
 * @param without what becomes of the step without it
 */
public record Permission(Step step, String action, Scope scope, String purpose, String without) {

    /** The steps. */
    public enum Step {
        /** The step that builds and pushes an image. */
        IMAGE("Build and Push Image to ECR"),
        /** The same step, where it pushes to ECR Public. */
        ECR_PUBLIC("Build and Push Image, to ECR Public"),
        /** The step that deploys. */
        DEPLOY("Deploy to ECS"),
        /** The step that runs a task. */
        TASK("Run ECS Task"),
        /** The step that checks pipelines. */
        DOCTOR("Check Pipeline"),
        /** The step that sets up pipelines. */
        SETUP("Pipeline Setup"),
        /** The build feature that makes env files. */
        ENV_FILE("Env File (build feature)"),
        /** Any step, where it assumes a role first. */
        ASSUME_ROLE("Any step, when it assumes a role"),
        /** The pages on which steps are set up. */
        PAGES("Settings pages: Test connection and names to choose from");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        /** Returns the name that people know it by. */
        public String label() {
            return label;
        }
    }

    static final String FAILS = "the step fails";
    private static final String STAY = "old revisions stay registered, and the step says so";
    private static final String UNSEEN =
            "failed tasks are not explained; the step finishes at the latest when no target drains any more";

    static final Scope REPOSITORY = Scope.of("arn:aws:ecr:REGION:ACCOUNT:repository/REPOSITORY");
    static final Scope SERVICE = Scope.of("arn:aws:ecs:REGION:ACCOUNT:service/CLUSTER/SERVICE");
    private static final Scope ENV_FILES = Scope.of("arn:aws:s3:::BUCKET/PREFIX/*");
    private static final Scope PARAMETERS = Scope.of("arn:aws:ssm:REGION:ACCOUNT:parameter/PATH*");
    static final String IN_CLUSTER = "{\"ArnEquals\":{\"ecs:cluster\":\"arn:aws:ecs:REGION:ACCOUNT:cluster/CLUSTER\"}}";

    private static final List<Permission> OF_DELIVERY = List.of(
            // --- the image step
            of(IMAGE, "ecr:GetAuthorizationToken", Scope.ANYTHING, "log in to the registry", FAILS),
            of(IMAGE, "ecr:DescribeRepositories", REPOSITORY, "see whether the repository is there", FAILS),
            of(
                    IMAGE,
                    "ecr:CreateRepository",
                    REPOSITORY,
                    "create a missing repository, where the step is told to",
                    "the step fails when the repository is missing"),
            of(IMAGE, "ecr:BatchCheckLayerAvailability", REPOSITORY, "send only the layers that are missing", FAILS),
            of(IMAGE, "ecr:InitiateLayerUpload", REPOSITORY, "push", FAILS),
            of(IMAGE, "ecr:UploadLayerPart", REPOSITORY, "push", FAILS),
            of(IMAGE, "ecr:CompleteLayerUpload", REPOSITORY, "push", FAILS),
            of(IMAGE, "ecr:BatchGetImage", REPOSITORY, "push: see which image a tag stands for", FAILS),
            of(IMAGE, "ecr:PutImage", REPOSITORY, "push", FAILS),
            // --- the deploy step: what it changes
            of(DEPLOY, "ecs:DescribeServices", SERVICE, "look at the service before and during the deployment", FAILS),
            of(DEPLOY, "ecs:DescribeTaskDefinition", Scope.ANYTHING, "read the current revision", FAILS),
            of(DEPLOY, "ecs:RegisterTaskDefinition", Scope.ANYTHING, "register the next one", FAILS),
            of(
                    DEPLOY,
                    "ecs:TagResource",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:task-definition/FAMILY:*")
                            .when("{\"StringEquals\":{\"ecs:CreateAction\":\"RegisterTaskDefinition\"}}"),
                    "tag the revision with the build",
                    FAILS),
            of(
                    DEPLOY,
                    "iam:PassRole",
                    Scope.of("arn:aws:iam::ACCOUNT:role/ROLE")
                            .when("{\"StringEquals\":{\"iam:PassedToService\":\"ecs-tasks.amazonaws.com\"}}"),
                    "hand the task role and the execution role of the task definition on to the next revision",
                    "the step fails when the task definition has roles"),
            of(DEPLOY, "ecs:UpdateService", SERVICE, "begin the deployment", FAILS),
            of(
                    DEPLOY,
                    "ecr:GetAuthorizationToken",
                    Scope.ANYTHING,
                    "learn the registry of an image without one, or with a tag",
                    "the step fails unless the image is given with registry and digest"),
            of(
                    DEPLOY,
                    "ecr:DescribeImages",
                    REPOSITORY,
                    "pin a tag to the digest behind it, or see that the digest is there",
                    "the step fails unless the image is given by digest"),
            of(
                    DEPLOY,
                    "ecr:BatchGetImage",
                    REPOSITORY,
                    "see whether the image is for the platform of the task definition (runtimePlatform), and which images an index"
                            + " lists that runs",
                    "that is not checked"),
            of(
                    DEPLOY,
                    "logs:DescribeLogGroups",
                    Scope.of("arn:aws:logs:REGION:ACCOUNT:log-group:*"),
                    "see whether the log groups of the containers are there",
                    "that is not checked"),
            of(
                    DEPLOY,
                    "cloudwatch:DescribeAlarms",
                    Scope.ANYTHING,
                    "see whether an alarm of the service's deployment configuration is in ALARM already",
                    "that is not checked"),
            of(
                    DEPLOY,
                    "application-autoscaling:DescribeScalableTargets",
                    Scope.ANYTHING,
                    "see whether Application Auto Scaling sets the desired count that the step sets",
                    "that is not checked"),
            // --- and what it looks at
            of(
                    DEPLOY,
                    "ecs:ListTasks",
                    Scope.ANYTHING.when(IN_CLUSTER),
                    "find the old and the new tasks, and a migration that has not ended",
                    UNSEEN),
            of(
                    DEPLOY,
                    "ecs:DescribeTasks",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:task/CLUSTER/*"),
                    "follow each of them",
                    UNSEEN),
            of(
                    DEPLOY,
                    "ecs:DescribeContainerInstances",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:container-instance/CLUSTER/*"),
                    "know the targets of tasks in network mode bridge or host",
                    "draining is inferred from the tasks' status"),
            of(
                    DEPLOY,
                    "elasticloadbalancing:DescribeTargetHealth",
                    Scope.ANYTHING,
                    "see targets become healthy and drain",
                    "draining is inferred from the tasks' status"),
            of(
                    DEPLOY,
                    "elasticloadbalancing:DescribeTargetGroupAttributes",
                    Scope.ANYTHING,
                    "estimate how long draining takes",
                    "no remaining time is shown"),
            of(
                    DEPLOY,
                    "elasticloadbalancing:DescribeTargetGroups",
                    Scope.ANYTHING,
                    "tell how long health checks take, and so how long the deployment may take",
                    "that is not told"),
            of(
                    DEPLOY,
                    "ecs:ListServiceDeployments",
                    SERVICE,
                    "find ECS's own record of the deployment",
                    "the reason of a failure may stay short, the circuit breaker's count is not shown"),
            of(
                    DEPLOY,
                    "ecs:DescribeServiceDeployments",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:service-deployment/CLUSTER/SERVICE/*"),
                    "read it",
                    "as above"),
            of(
                    DEPLOY,
                    "ecs:DescribeServiceRevisions",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:service-revision/CLUSTER/SERVICE/*"),
                    "tell it from the records of other deployments",
                    "as above"),
            of(
                    DEPLOY,
                    "ecs:GetTaskProtection",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:task/CLUSTER/*"),
                    "tell until when an old task that still runs is protected from scale-in",
                    "it is only said that it may be"),
            of(
                    DEPLOY,
                    "ecs:StopServiceDeployment",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:service-deployment/CLUSTER/SERVICE/*"),
                    "take the deployment back when the step is stopped, or out of time, and told to",
                    "the deployment goes on in ECS"),
            of(
                    DEPLOY,
                    "ecs:ContinueServiceDeployment",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:service-deployment/CLUSTER/SERVICE/*"),
                    "answer a pause hook of the service, when told to",
                    "the deployment waits at the hook for somebody else"),
            of(
                    DEPLOY,
                    "logs:GetLogEvents",
                    Scope.of("arn:aws:logs:REGION:ACCOUNT:log-group:LOG-GROUP:log-stream:*"),
                    "show the last lines of a failed task, and all lines of the migration",
                    "they are not shown"),
            // --- and what it needs for a migration
            of(
                    DEPLOY,
                    "ecs:RunTask",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:task-definition/FAMILY:*")
                            .when(IN_CLUSTER),
                    "run the migration command",
                    "the step fails when it has one"),
            of(
                    DEPLOY,
                    "ecs:TagResource",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:task/CLUSTER/*")
                            .when("{\"StringEquals\":{\"ecs:CreateAction\":\"RunTask\"}}"),
                    "tag its task with the build",
                    "the step fails when it has one"),
            of(
                    DEPLOY,
                    "ecs:StopTask",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:task/CLUSTER/*"),
                    "stop its task with the build, and when the time limit passes",
                    "the step fails when it has one and must stop it; the task runs on"),
            // --- and what it does where old revisions are to be deregistered
            of(
                    DEPLOY,
                    "ecs:ListTaskDefinitions",
                    Scope.ANYTHING,
                    "find old revisions, where they are not to stay",
                    STAY),
            of(DEPLOY, "ecs:DeregisterTaskDefinition", Scope.ANYTHING, "deregister them", STAY),
            of(
                    DEPLOY,
                    "ecs:ListClusters",
                    Scope.ANYTHING,
                    "see who uses an old revision; that needs ecs:DescribeServices, ecs:ListTasks and ecs:DescribeTasks for all"
                            + " clusters too",
                    STAY),
            of(DEPLOY, "ecs:ListServices", Scope.ANYTHING, "as above", STAY),
            // --- and where its env file goes to S3
            of(
                    DEPLOY,
                    "s3:PutObject",
                    ENV_FILES,
                    "put the env file where ECS reads it",
                    "the step fails when it has an env file that goes to S3"),
            // --- the task step
            of(
                    TASK,
                    "ecs:DescribeTaskDefinition",
                    Scope.ANYTHING,
                    "know the containers of the task and where they write their logs",
                    FAILS),
            of(TASK, "ecs:DescribeServices", SERVICE, "run where a service runs", "only Run on SERVICE fails"),
            of(
                    TASK,
                    "ecs:RunTask",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:task-definition/FAMILY:*")
                            .when(IN_CLUSTER),
                    "start the task",
                    FAILS),
            of(
                    TASK,
                    "ecs:TagResource",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:task/CLUSTER/*")
                            .when("{\"StringEquals\":{\"ecs:CreateAction\":\"RunTask\"}}"),
                    "tag the task with the build",
                    FAILS),
            of(
                    TASK,
                    "iam:PassRole",
                    Scope.of("arn:aws:iam::ACCOUNT:role/ROLE")
                            .when("{\"StringEquals\":{\"iam:PassedToService\":\"ecs-tasks.amazonaws.com\"}}"),
                    "hand the task role and the execution role of the task definition on to the task",
                    "the step fails when the task definition has roles"),
            of(TASK, "ecs:DescribeTasks", Scope.of("arn:aws:ecs:REGION:ACCOUNT:task/CLUSTER/*"), "follow it", FAILS),
            of(
                    TASK,
                    "ecs:StopTask",
                    Scope.of("arn:aws:ecs:REGION:ACCOUNT:task/CLUSTER/*"),
                    "stop it with the build, and when the time limit passes",
                    "it runs on, and the step says so"),
            of(
                    TASK,
                    "logs:GetLogEvents",
                    Scope.of("arn:aws:logs:REGION:ACCOUNT:log-group:LOG-GROUP:log-stream:*"),
                    "show its log",
                    "the log is not shown"),
            // --- the build feature that makes env files
            of(
                    ENV_FILE,
                    "ssm:GetParametersByPath",
                    PARAMETERS,
                    "read the parameters below a path",
                    "the build fails when it takes them by path"),
            of(
                    ENV_FILE,
                    "ssm:GetParameters",
                    PARAMETERS,
                    "read parameters by name",
                    "the build fails when it takes them by name"),
            of(
                    ENV_FILE,
                    "secretsmanager:GetSecretValue",
                    Scope.of("arn:aws:secretsmanager:REGION:ACCOUNT:secret:SECRET-??????"),
                    "read secrets",
                    "the build fails when it takes any"),
            of(
                    ENV_FILE,
                    "kms:Decrypt",
                    Scope.of("arn:aws:kms:REGION:ACCOUNT:key/KEY"),
                    "read what is encrypted with a key of your own",
                    "the build fails when a parameter or a secret is; AWS's own keys need no permission"),
            of(
                    ASSUME_ROLE,
                    "sts:AssumeRole",
                    Scope.of("arn:aws:iam::ACCOUNT:role/ROLE"),
                    "become the role that Role to assume (aws.roleArn) names",
                    FAILS),
            of(
                    ASSUME_ROLE,
                    "sts:TagSession",
                    Scope.of("arn:aws:iam::ACCOUNT:role/ROLE"),
                    "tag the session, where Session tags (aws.sessionTags) are given",
                    "the step fails when it has any"));

    /** Every permission that a step uses, and no other. */
    public static final List<Permission> ALL = Stream.of(
                    OF_DELIVERY,
                    ImagePermissions.ALL,
                    PublicPermissions.ALL,
                    DoctorPermissions.ALL,
                    SetupPermissions.ALL,
                    PagePermissions.ALL)
            .flatMap(List::stream)
            .toList();

    static Permission of(Step step, String action, Scope scope, String purpose, String without) {
        return new Permission(step, action, scope, purpose, without);
    }

    /**
     * Returns the statement of a policy that gives a permission, as JSON on one line.
     *
     * @param resource what AWS said it was missing on; what is no ARN is taken from the table
     */
    public static String statement(String action, String resource) {
        List<Scope> scopes = ALL.stream()
                .filter(each -> each.action.equals(action))
                .map(Permission::scope)
                .toList();
        // the condition for a task is another one than that for a task definition
        Scope scope = scopes.stream()
                .filter(each -> each.isFor(resource))
                .findFirst()
                .or(() -> scopes.stream().findFirst())
                .orElse(Scope.ANYTHING);
        return Policy.statement(List.of(action), resource.startsWith("arn:") ? resource : scope.resource(), scope);
    }
}
