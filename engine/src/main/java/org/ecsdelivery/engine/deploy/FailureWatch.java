package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState.Breaker;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineListener;

/**
 * Decides at which looks to look for failed tasks: at once when the counts hint at one, and now and then without a hint, since
 * ECS stops counting failures once a task of the deployment was healthy (ECS API reference, Deployment, failedTasks).
 */
final class FailureWatch {
    private static final Duration WITHOUT_A_HINT = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final FailedTasks failedTasks;
    private final Supplier<Optional<ServiceDeploymentState>> record;
    private final EngineListener listener;
    private DeploymentState before;
    private Instant lastLook;
    private Optional<Breaker> told = Optional.empty();

    FailureWatch(
            InstantSource clock,
            DeploymentState own,
            FailedTasks failedTasks,
            Supplier<Optional<ServiceDeploymentState>> record,
            EngineListener listener) {
        this.clock = clock;
        this.failedTasks = failedTasks;
        this.record = record;
        this.listener = listener;
        this.before = own;
        this.lastLook = clock.instant();
    }

    /** Takes the counts of our deployment at this look. */
    void look(DeploymentState own) {
        boolean changed = !own.equals(before);
        boolean hint = changed && (own.failed() > 0 || alive(own) < alive(before) || own.running() < before.running());
        if (hint || failedTasks.areSomeStopping() || isDue(own)) {
            failedTasks.tell(own.id());
            lastLook = clock.instant();
        }
        if (changed && own.failed() > 0) {
            tellCount();
        }
        before = own;
    }

    private static int alive(DeploymentState deployment) {
        return deployment.running() + deployment.pending();
    }

    private boolean isDue(DeploymentState own) {
        return own.running() < own.desired()
                && Duration.between(lastLook, clock.instant()).compareTo(WITHOUT_A_HINT) >= 0;
    }

    private void tellCount() {
        Optional<Breaker> now = record.get().flatMap(ServiceDeploymentState::breaker);
        now.filter(each -> each.failures() > 0 && !told.equals(now))
                .ifPresent(each -> listener.on(new DeployEvent.FailuresCounted(each.failures(), each.threshold())));
        told = now;
    }
}
