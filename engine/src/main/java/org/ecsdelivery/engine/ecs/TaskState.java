package org.ecsdelivery.engine.ecs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A task at one moment (ECS API reference, Task).
 *
 * @param arn its ARN
 * @param taskDefinition ARN of its revision
 * @param startedBy the deployment that started it, {@code ecs-svc/...}
 * @param status where it is in its life
 * @param shallStop whether ECS has decided to stop it
 * @param addresses its own IP addresses (network mode awsvpc), IPv4 and IPv6
 * @param containerInstance the container instance it runs on, for network modes bridge and host
 * @param bindings host ports, for network modes bridge and host
 * @param containers its containers
 * @param stopCode why it stopped, as a code
 * @param stoppedReason why it stopped, in ECS's own words
 * @param stoppedAt when it stopped
 * @param times when it came to the places of its life before that
 */
public record TaskState(
        String arn,
        String taskDefinition,
        String startedBy,
        TaskStatus status,
        boolean shallStop,
        List<String> addresses,
        Optional<String> containerInstance,
        List<Binding> bindings,
        List<ContainerState> containers,
        Optional<String> stopCode,
        Optional<String> stoppedReason,
        Optional<Instant> stoppedAt,
        TaskTimes times) {
    /** Copies the lists. */
    public TaskState {
        addresses = List.copyOf(addresses);
        bindings = List.copyOf(bindings);
        containers = List.copyOf(containers);
    }

    /** Describes a task whose times are not known. */
    public TaskState(
            String arn,
            String taskDefinition,
            String startedBy,
            TaskStatus status,
            boolean shallStop,
            List<String> addresses,
            Optional<String> containerInstance,
            List<Binding> bindings,
            List<ContainerState> containers,
            Optional<String> stopCode,
            Optional<String> stoppedReason,
            Optional<Instant> stoppedAt) {
        this(
                arn,
                taskDefinition,
                startedBy,
                status,
                shallStop,
                addresses,
                containerInstance,
                bindings,
                containers,
                stopCode,
                stoppedReason,
                stoppedAt,
                TaskTimes.UNKNOWN);
    }

    /**
     * A port of a container as the host shows it.
     *
     * @param container the container
     * @param containerPort its port inside
     * @param hostPort its port on the host
     */
    public record Binding(String container, int containerPort, int hostPort) {}

    /**
     * A container of a task.
     *
     * @param name its name in the task definition
     * @param exitCode how it ended; empty when it never ran or still runs
     * @param reason why it ended, in ECS's own words
     * @param imageDigest the digest of the image that it runs, once ECS knows it
     */
    public record ContainerState(
            String name, Optional<Integer> exitCode, Optional<String> reason, Optional<String> imageDigest) {
        /** Describes a container of which is not known which image it runs. */
        public ContainerState(String name, Optional<Integer> exitCode, Optional<String> reason) {
            this(name, exitCode, reason, Optional.empty());
        }
    }

    /** Tells whether the task is gone. */
    public boolean isStopped() {
        return status == TaskStatus.STOPPED;
    }

    /** Returns the last part of the ARN, which people know the task by. */
    public String id() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
