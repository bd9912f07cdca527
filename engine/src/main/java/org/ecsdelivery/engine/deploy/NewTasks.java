package org.ecsdelivery.engine.deploy;

import java.util.List;
import java.util.Map;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetState;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskStatus;

/** Tells whether the tasks of our deployment serve. */
final class NewTasks {
    private NewTasks() {}

    /** Returns those that run and are healthy in every target group they belong to. */
    static List<TaskState> serving(
            List<TaskState> tasks,
            ServiceState service,
            Map<String, String> instances,
            Map<String, Map<Target, TargetState>> groups) {
        return tasks.stream()
                .filter(task -> task.status() == TaskStatus.RUNNING && !task.shallStop())
                .filter(task -> isHealthyInEvery(task, service, instances, groups))
                .toList();
    }

    private static boolean isHealthyInEvery(
            TaskState task,
            ServiceState service,
            Map<String, String> instances,
            Map<String, Map<Target, TargetState>> groups) {
        List<TaskTargets.Registration> mine = TaskTargets.of(task, service.loadBalancers(), instances);
        return service.loadBalancers().stream()
                .flatMap(place -> place.targetGroup().stream())
                .allMatch(group -> mine.stream()
                        .filter(each -> each.group().equals(group))
                        .anyMatch(each ->
                                isHealthy(groups.getOrDefault(group, Map.of()).get(each.target()))));
    }

    private static boolean isHealthy(@org.jspecify.annotations.Nullable TargetState state) {
        return state != null && (state.health() == Health.HEALTHY || state.health() == Health.UNAVAILABLE);
    }
}
