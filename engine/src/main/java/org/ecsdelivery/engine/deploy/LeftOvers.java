package org.ecsdelivery.engine.deploy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;

/** Tells what a finished deployment leaves behind: tasks of others that still run, and targets that no task of the service owns. */
final class LeftOvers {
    private final Fleet fleet;
    private final Sight sight;
    private final EngineListener listener;

    LeftOvers(Fleet fleet, Sight sight, EngineListener listener) {
        this.fleet = fleet;
        this.sight = sight;
        this.listener = listener;
    }

    /** Looks once; that the looking fails is no failure of the deployment. */
    void tell(ServiceState service, String ownDeployment) {
        try {
            List<TaskState> running = sight.of(Sight.View.TASKS, List.of(), fleet::runningTasks);
            if (!sight.hides(Sight.View.TASKS)) {
                running.stream()
                        .filter(task -> !task.startedBy().equals(ownDeployment))
                        .forEach(this::tell);
                tellTargets(service, running);
            }
        } catch (EngineException unseen) {
            warn("Whether anything is left over was not seen: " + unseen.getMessage());
        }
    }

    private void tell(TaskState task) {
        warn("Left over: task " + task.id() + " of " + RevisionState.shortId(task.taskDefinition())
                + " still runs. It may be protected from scale-in; ECS stops it when that ends.");
    }

    private void tellTargets(ServiceState service, List<TaskState> running) {
        Map<String, Map<Target, TargetState>> groups =
                sight.of(Sight.View.TARGETS, Map.of(), () -> fleet.targets(service.targetGroups()));
        Map<String, String> instances = sight.of(Sight.View.TARGETS, Map.of(), () -> fleet.instancesOf(running));
        if (sight.hides(Sight.View.TARGETS)) {
            return;
        }
        Set<TaskTargets.Registration> owned = new HashSet<>();
        running.forEach(task -> owned.addAll(TaskTargets.of(task, service.loadBalancers(), instances)));
        groups.forEach((group, targets) -> targets.forEach((target, state) -> {
            if (!owned.contains(new TaskTargets.Registration(group, target))) {
                warn("Left over: target " + target + " (" + Words.of(state.health()) + ") of target group "
                        + Words.targetGroup(group) + " belongs to no running task of the service.");
            }
        }));
    }

    private void warn(String text) {
        listener.on(new EngineEvent.Warned(text));
    }
}
