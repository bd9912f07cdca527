package org.ecsdelivery.engine.task;

import java.util.List;
import java.util.Set;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskState.ContainerState;

/**
 * Tells good ends of containers from bad ones. Every essential container must end with 0. One that stands beside the container
 * that counts may also have been ended by ECS once that one was done: the first essential container that exits ends the others,
 * by SIGTERM and then SIGKILL (ECS developer guide, "Essential container in task exited").
 */
final class ContainerEnds {
    private static final Set<Integer> ENDED_BY_ECS = Set.of(143, 137);

    private final ContainerName counts;
    private final Set<ContainerName> essential;

    ContainerEnds(ContainerName counts, Set<ContainerName> essential) {
        this.counts = counts;
        this.essential = essential;
    }

    List<ContainerState> badOf(TaskState task) {
        return task.containers().stream().filter(this::isBad).toList();
    }

    private boolean isBad(ContainerState container) {
        boolean itself = container.name().equals(counts.value());
        boolean matters =
                itself || essential.stream().anyMatch(each -> each.value().equals(container.name()));
        return matters
                && container
                        .exitCode()
                        .filter(code -> isGood(code, container, itself))
                        .isEmpty();
    }

    private static boolean isGood(int code, ContainerState container, boolean itself) {
        // with a reason, such as OutOfMemoryError, it was not the end of the others that ended it
        return code == 0
                || !itself && ENDED_BY_ECS.contains(code) && container.reason().isEmpty();
    }
}
