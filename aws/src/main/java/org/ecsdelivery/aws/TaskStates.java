package org.ecsdelivery.aws;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.ecs.TaskTimes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Attachment;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.NetworkBinding;
import software.amazon.awssdk.services.ecs.model.NetworkInterface;
import software.amazon.awssdk.services.ecs.model.Task;

/** Turns ECS's answers about tasks into the engine's snapshots. */
final class TaskStates {
    private TaskStates() {}

    static TaskState task(Task task) {
        return new TaskState(
                task.taskArn(),
                text(task.taskDefinitionArn()),
                text(task.startedBy()),
                Words.known(TaskStatus.class, status(task), TaskStatus.UNKNOWN),
                "STOPPED".equals(task.desiredStatus()),
                addresses(task),
                Optional.ofNullable(task.containerInstanceArn()),
                task.containers().stream().flatMap(TaskStates::bindings).toList(),
                task.containers().stream().map(TaskStates::container).toList(),
                Optional.ofNullable(task.stopCodeAsString()),
                Optional.ofNullable(task.stoppedReason()),
                Optional.ofNullable(task.stoppedAt()),
                times(task));
    }

    private static TaskTimes times(Task task) {
        return new TaskTimes(
                Optional.ofNullable(task.createdAt()),
                Optional.ofNullable(task.pullStartedAt()),
                Optional.ofNullable(task.startedAt()),
                Optional.ofNullable(task.stoppingAt()));
    }

    /** A deleted task is one that stopped (ECS developer guide, "Amazon ECS task lifecycle"). */
    private static @Nullable String status(Task task) {
        return "DELETED".equals(task.lastStatus()) ? "STOPPED" : task.lastStatus();
    }

    /** The containers tell IPv4 and IPv6; the attachment is there before the containers are and after they are gone. */
    private static List<String> addresses(Task task) {
        Stream<String> ofContainers = task.containers().stream()
                .flatMap(container -> container.networkInterfaces().stream())
                .flatMap(TaskStates::addresses);
        Stream<String> ofAttachments = task.attachments().stream()
                .filter(attachment -> "ElasticNetworkInterface".equals(attachment.type()))
                .flatMap(TaskStates::addresses);
        return Stream.concat(ofContainers, ofAttachments).distinct().toList();
    }

    private static Stream<String> addresses(NetworkInterface network) {
        return Stream.of(Optional.ofNullable(network.privateIpv4Address()), Optional.ofNullable(network.ipv6Address()))
                .flatMap(Optional::stream);
    }

    private static Stream<String> addresses(Attachment attachment) {
        return attachment.details().stream()
                .filter(detail ->
                        "privateIPv4Address".equals(detail.name()) || "privateIPv6Address".equals(detail.name()))
                .flatMap(detail -> Stream.ofNullable(detail.value()));
    }

    private static Stream<TaskState.Binding> bindings(Container container) {
        return container.networkBindings().stream()
                .filter(binding -> binding.hostPort() != null)
                .map(binding -> binding(container, binding));
    }

    private static TaskState.Binding binding(Container container, NetworkBinding binding) {
        Integer inside = binding.containerPort();
        return new TaskState.Binding(text(container.name()), inside == null ? 0 : inside, binding.hostPort());
    }

    private static TaskState.ContainerState container(Container container) {
        return new TaskState.ContainerState(
                text(container.name()),
                Optional.ofNullable(container.exitCode()),
                Optional.ofNullable(container.reason()),
                Optional.ofNullable(container.imageDigest()).filter(digest -> !digest.isEmpty()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
