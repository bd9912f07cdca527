package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.engine.deploy.TaskTargets.Registration;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetState;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineListener;

/**
 * Tells the first of our tasks that the load balancer finds unhealthy, and why in its words: it alone knows the code with which
 * the health check failed, and forgets it as soon as ECS takes the target away.
 */
final class NewTargets {
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final EngineListener listener;
    private Instant lastLook;
    private boolean told;

    NewTargets(InstantSource clock, EngineListener listener) {
        this.clock = clock;
        this.listener = listener;
        this.lastLook = clock.instant();
    }

    boolean areUntold() {
        return !told;
    }

    /** Tells whether to look although our deployment is not yet where all its targets must be looked at. */
    boolean areDue(DeploymentState own) {
        return !told
                && own.running() > 0
                && Duration.between(lastLook, clock.instant()).compareTo(NOW_AND_THEN) >= 0;
    }

    void look(
            List<TaskState> mine,
            ServiceState service,
            Map<String, String> instances,
            Map<String, Map<Target, TargetState>> groups) {
        lastLook = clock.instant();
        Optional<DeployEvent.TargetUnhealthy> first = told
                ? Optional.empty()
                : mine.stream()
                        .flatMap(task -> TaskTargets.of(task, service.loadBalancers(), instances).stream()
                                .flatMap(place -> unhealthy(task, place, groups)))
                        .findFirst();
        first.ifPresent(each -> {
            told = true;
            listener.on(each);
        });
    }

    private static Stream<DeployEvent.TargetUnhealthy> unhealthy(
            TaskState task, Registration place, Map<String, Map<Target, TargetState>> groups) {
        return Stream.ofNullable(groups.getOrDefault(place.group(), Map.of()).get(place.target()))
                .filter(state -> state.health() == Health.UNHEALTHY || state.health() == Health.UNHEALTHY_DRAINING)
                .map(state -> new DeployEvent.TargetUnhealthy(
                        task.id(),
                        place.target().toString(),
                        Words.targetGroup(place.group()),
                        state.detail().isEmpty() ? "the load balancer gives no reason" : state.detail()));
    }
}
