package org.ecsdelivery.engine.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.engine.deploy.TaskTargets.Registration;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetState;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.Rung;

/**
 * A task that was there before our deployment, with all we know of its way out. Being out of the target groups and being
 * stopped are two things: connections may outlive a task, and a task its connections.
 *
 * @param arn its ARN
 * @param registrations the targets it may be registered as
 * @param status where it is in its life
 * @param shallStop whether ECS has decided to stop it
 * @param present how the load balancer sees those of its targets that it still knows
 * @param looked whether the load balancer was asked since ECS decided to stop the task
 */
record OldTask(
        String arn,
        List<Registration> registrations,
        TaskStatus status,
        boolean shallStop,
        Map<Registration, Health> present,
        boolean looked) {

    OldTask {
        registrations = List.copyOf(registrations);
        present = Map.copyOf(present);
    }

    static OldTask of(TaskState task, List<Registration> registrations) {
        return new OldTask(task.arn(), registrations, task.status(), task.shallStop(), Map.of(), false);
    }

    /** Returns this task after a look at ECS; ECS forgets a task at the earliest an hour after it stopped. */
    OldTask seen(Optional<TaskState> state) {
        TaskStatus now = state.map(TaskState::status).orElse(TaskStatus.STOPPED);
        boolean selected = shallStop || state.map(TaskState::shallStop).orElse(true);
        return new OldTask(arn, registrations, now, selected, present, looked);
    }

    /** Returns this task after a look at its target groups. */
    OldTask seen(Map<String, Map<Target, TargetState>> groups) {
        Map<Registration, Health> now = new LinkedHashMap<>();
        for (Registration each : registrations) {
            TargetState state = groups.getOrDefault(each.group(), Map.of()).get(each.target());
            if (state != null) {
                now.put(each, state.health());
            }
        }
        return new OldTask(arn, registrations, status, shallStop, now, isSelected());
    }

    /** Returns this task when the load balancer may not be asked: only its status tells then. */
    OldTask withoutTargets() {
        return new OldTask(arn, List.of(), status, shallStop, Map.of(), false);
    }

    boolean isSelected() {
        return shallStop || status.hasReached(TaskStatus.DEACTIVATING);
    }

    boolean isDrained() {
        if (registrations.isEmpty()) {
            return status.hasReached(TaskStatus.STOPPING);
        }
        return looked && registrations.stream().allMatch(this::isGone);
    }

    boolean isStopped() {
        return status == TaskStatus.STOPPED;
    }

    private boolean isGone(Registration registration) {
        Health health = present.get(registration);
        if (health == null || health == Health.UNUSED) {
            return true;
        }
        // a stopped task takes no requests: a target that is not draining under its address is another task's
        return isStopped() && !health.isDraining() && health != Health.UNKNOWN;
    }

    /** A target that is unhealthy loses its connections too, although nobody has taken it out: its task may well stay. */
    private boolean isDraining() {
        return present.values().stream()
                .anyMatch(health -> health == Health.DRAINING || health.isDraining() && isSelected());
    }

    Rung rung() {
        if (isDrained() && isStopped()) {
            return Rung.STOPPED;
        }
        if (isDrained() && status.hasReached(TaskStatus.STOPPING)) {
            return Rung.STOPPING;
        }
        if (isDrained()) {
            return Rung.DRAINED;
        }
        if (isDraining()) {
            return Rung.DRAINING;
        }
        return isSelected() ? Rung.SELECTED : Rung.SERVING;
    }

    String id() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /** Returns its targets as people write them: those the load balancer knows, or else all it may have. */
    String targets() {
        return TaskTargets.inWords(present.isEmpty() ? registrations : present.keySet());
    }
}
