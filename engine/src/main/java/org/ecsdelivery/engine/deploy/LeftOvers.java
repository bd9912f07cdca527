package org.ecsdelivery.engine.deploy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;

/** Tells what a finished deployment leaves behind: tasks of others that still run, and targets that no task of the service owns. */
final class LeftOvers {
    private static final int MOST_NAMED = 10;

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
                tellTasks(running.stream()
                        .filter(task -> !task.startedBy().equals(ownDeployment))
                        .toList());
                tellTargets(service, running);
            }
        } catch (EngineException unseen) {
            warn("Whether anything is left over was not seen: " + unseen.getMessage());
        }
    }

    private void tellTasks(List<TaskState> others) {
        if (!others.isEmpty()) {
            new Protection(fleet).inWords(others).forEach(each -> warn("Left over: " + each));
        }
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
        groups.forEach((group, targets) -> tellTargets(group, strangers(group, targets, owned)));
    }

    private static List<String> strangers(
            String group, Map<Target, TargetState> targets, Set<TaskTargets.Registration> owned) {
        return targets.entrySet().stream()
                .filter(each -> !owned.contains(new TaskTargets.Registration(group, each.getKey())))
                .map(each -> each.getKey() + " (" + Words.of(each.getValue().health()) + ")")
                .sorted()
                .toList();
    }

    /** One line for each group: another service may well use it too, with any number of tasks. */
    private void tellTargets(String group, List<String> strangers) {
        if (!strangers.isEmpty()) {
            boolean one = strangers.size() == 1;
            int more = strangers.size() - MOST_NAMED;
            warn("Left over: " + (one ? "target " : "targets ")
                    + strangers.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                    + (more > 0 ? " and " + more + " more" : "") + " of target group " + Words.targetGroup(group)
                    + (one ? " belongs" : " belong") + " to no running task of the service.");
        }
    }

    private void warn(String text) {
        listener.on(new EngineEvent.Warned(text));
    }
}
