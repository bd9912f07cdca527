package org.ecsdelivery.aws;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.TaskTraits;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.HealthCheck;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.RuntimePlatform;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Turns a task definition into the engine's snapshot; what ECS leaves out is what ECS takes for it (ECS API reference). */
final class RevisionStates {
    private static final int STOP_TIMEOUT_SECONDS = 30;
    private static final int INTERVAL_SECONDS = 30;
    private static final int RETRIES = 3;

    private RevisionStates() {}

    static RevisionState of(DescribeTaskDefinitionResponse answer) {
        TaskDefinition definition = answer.taskDefinition();
        String network = Optional.ofNullable(definition.networkModeAsString()).orElse("");
        return new RevisionState(
                definition.taskDefinitionArn(),
                network,
                new TaskTraits(
                        text(definition.cpu()),
                        text(definition.memory()),
                        text(definition.taskRoleArn()),
                        text(definition.executionRoleArn())),
                definition.containerDefinitions().stream()
                        .map(each -> container(each, network))
                        .toList(),
                answer.tags().stream().collect(Collectors.toMap(Tag::key, RevisionStates::value, (one, other) -> one)),
                Optional.ofNullable(definition.registeredBy()),
                Optional.ofNullable(definition.runtimePlatform()).flatMap(RevisionStates::platform));
    }

    /** Without a CPU architecture the tasks go wherever the cluster has room. */
    private static Optional<String> platform(RuntimePlatform given) {
        String system = text(given.operatingSystemFamilyAsString()).startsWith("WINDOWS") ? "windows" : "linux";
        return Optional.ofNullable(given.cpuArchitectureAsString())
                .map(chip -> system + "/" + (chip.equals("X86_64") ? "amd64" : chip.toLowerCase(Locale.ROOT)));
    }

    private static RevisionState.Container container(ContainerDefinition container, String network) {
        return new RevisionState.Container(
                new ContainerName(container.name()),
                Optional.ofNullable(container.image()).orElse(""),
                Optional.ofNullable(container.logConfiguration()).flatMap(RevisionStates::logTarget),
                Duration.ofSeconds(or(container.stopTimeout(), STOP_TIMEOUT_SECONDS)),
                Optional.ofNullable(container.healthCheck()).map(RevisionStates::healthyWithin),
                container.portMappings().stream()
                        .flatMapToInt(RevisionStates::ports)
                        .boxed()
                        .toList(),
                network.equals("awsvpc") ? List.of() : hostPorts(container, network.equals("host")),
                ContainerCopy.variables(container),
                container.command());
    }

    private static Optional<RevisionState.LogTarget> logTarget(LogConfiguration log) {
        Map<String, String> options = log.options();
        boolean complete = "awslogs".equals(log.logDriverAsString())
                && options.containsKey("awslogs-group")
                && options.containsKey("awslogs-stream-prefix");
        return complete
                ? Optional.of(new RevisionState.LogTarget(
                        options.getOrDefault("awslogs-group", ""),
                        options.getOrDefault("awslogs-stream-prefix", ""),
                        Optional.ofNullable(options.get("awslogs-region")),
                        !"true".equals(options.get("awslogs-create-group"))))
                : Optional.empty();
    }

    /** A container that is not healthy by the last retry after the start period is unhealthy for good. */
    private static Duration healthyWithin(HealthCheck check) {
        return Duration.ofSeconds(or(check.startPeriod(), 0)
                + (long) or(check.interval(), INTERVAL_SECONDS) * or(check.retries(), RETRIES));
    }

    /** In the network of the host a container takes the port it listens on; elsewhere 0 or nothing leaves the choice to ECS. */
    private static List<Integer> hostPorts(ContainerDefinition container, boolean ofHost) {
        return container.portMappings().stream()
                .map(each -> ofHost ? containerPort(each) : or(each.hostPort(), 0))
                .filter(port -> port != 0)
                .toList();
    }

    /** A mapping has one port, or a range of them (ECS API reference, PortMapping). */
    private static IntStream ports(PortMapping mapping) {
        if (mapping.containerPortRange() == null) {
            return IntStream.of(or(mapping.containerPort(), 0));
        }
        String[] ends = mapping.containerPortRange().split("-", 2);
        return ends.length == 2
                ? IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                : IntStream.of(Integer.parseInt(ends[0]));
    }

    private static int containerPort(PortMapping mapping) {
        return or(mapping.hostPort(), 0) == 0 ? or(mapping.containerPort(), 0) : or(mapping.hostPort(), 0);
    }

    private static String value(Tag tag) {
        return text(tag.value());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static int or(@Nullable Integer given, int usual) {
        return given == null ? usual : given;
    }
}
