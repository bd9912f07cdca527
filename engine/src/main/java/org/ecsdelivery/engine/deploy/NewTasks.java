package org.ecsdelivery.engine.deploy;

import java.util.Collection;
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

    /**
     * Returns those that run and are healthy wherever requests reach them.
     *
     * @param own ARNs of the target groups they belong to where blue and green take turns; none when that is not known
     */
    static List<TaskState> serving(
            List<TaskState> tasks,
            ServiceState service,
            Map<String, String> instances,
            Map<String, Map<Target, TargetState>> groups,
            Collection<String> own) {
        return tasks.stream()
                .filter(task -> task.status() == TaskStatus.RUNNING && !task.shallStop())
                .filter(task -> isHealthyInEvery(task, service, instances, groups, own))
                .toList();
    }

    private static boolean isHealthyInEvery(
            TaskState task,
            ServiceState service,
            Map<String, String> instances,
            Map<String, Map<Target, TargetState>> groups,
            Collection<String> own) {
        List<TaskTargets.Registration> mine = TaskTargets.of(task, service.loadBalancers(), instances);
        return service.loadBalancers().stream()
                .map(ServiceState.LoadBalancer::groups)
                .filter(place -> !place.isEmpty())
                .allMatch(place -> mine.stream()
                        .filter(each -> place.contains(each.group())
                                && (place.size() == 1 || own.isEmpty() || own.contains(each.group())))
                        .anyMatch(each -> isHealthy(
                                groups.getOrDefault(each.group(), Map.of()).get(each.target()))));
    }

    private static boolean isHealthy(@org.jspecify.annotations.Nullable TargetState state) {
        return state != null && (state.health() == Health.HEALTHY || state.health() == Health.UNAVAILABLE);
    }
}
