package org.ecsdelivery.engine.ecs;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.value.ContainerName;

/**
 * What the engine needs to know of a task definition revision; the adapter keeps all the rest when it makes the next one.
 *
 * @param arn its ARN
 * @param networkMode awsvpc, bridge, host, none or empty
 * @param traits what its tasks may use and whom they act as
 * @param containers its containers
 * @param tags its tags
 * @param registeredBy ARN of the identity that registered it, where AWS tells
 * @param platform what its tasks run on, as in {@code linux/arm64}, where it says so
 */
public record RevisionState(
        String arn,
        String networkMode,
        TaskTraits traits,
        List<Container> containers,
        Map<String, String> tags,
        Optional<String> registeredBy,
        Optional<String> platform) {
    /** Makes a revision whose tasks run on what the cluster or Fargate has. */
    public RevisionState(
            String arn,
            String networkMode,
            TaskTraits traits,
            List<Container> containers,
            Map<String, String> tags,
            Optional<String> registeredBy) {
        this(arn, networkMode, traits, containers, tags, registeredBy, Optional.empty());
    }

    /** Copies the collections. */
    public RevisionState {
        containers = List.copyOf(containers);
        tags = Map.copyOf(tags);
    }

    /**
     * A container of a task definition.
     *
     * @param name its name
     * @param image its image
     * @param log where its output goes, when that is CloudWatch Logs
     * @param stopTimeout how long it may take to end before it is killed
     * @param healthyWithin how long its own health check takes at most to find it healthy, when it has one
     * @param ports the ports that it listens on
     * @param hostPorts the ports of the instance that it takes for itself; none when ECS chooses them
     * @param variables its environment
     * @param command what it runs instead of its image's own command; empty for that
     */
    public record Container(
            ContainerName name,
            String image,
            Optional<LogTarget> log,
            Duration stopTimeout,
            Optional<Duration> healthyWithin,
            List<Integer> ports,
            List<Integer> hostPorts,
            Variables variables,
            List<String> command) {
        /** Copies the lists. */
        public Container {
            ports = List.copyOf(ports);
            hostPorts = List.copyOf(hostPorts);
            command = List.copyOf(command);
        }
    }

    /**
     * Where the {@code awslogs} driver writes; a task's stream is {@code prefix/container/task}
     * (ECS developer guide, "Send Amazon ECS logs to CloudWatch").
     *
     * @param group the log group
     * @param streamPrefix the prefix
     * @param region the Region, where it is told
     * @param mustExist whether the group must be there before the container starts
     */
    public record LogTarget(String group, String streamPrefix, Optional<String> region, boolean mustExist) {
        /** Writes to a group that must exist. */
        public LogTarget(String group, String streamPrefix) {
            this(group, streamPrefix, Optional.empty(), true);
        }
    }

    /** Returns {@code family:revision}, which people know the revision by. */
    public String id() {
        return shortId(arn);
    }

    /** Returns how long a task of it may take to end: its containers are told at once, each is killed after its stopTimeout. */
    public Duration longestStop() {
        return containers.stream()
                .map(Container::stopTimeout)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Returns {@code family:revision} of a task definition ARN. */
    public static String shortId(String taskDefinitionArn) {
        return taskDefinitionArn.substring(taskDefinitionArn.lastIndexOf('/') + 1);
    }
}
