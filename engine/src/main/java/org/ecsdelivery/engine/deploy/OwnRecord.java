package org.ecsdelivery.engine.deploy;

import java.util.Optional;
import java.util.function.Supplier;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.AccessDenied;

/**
 * ECS's record of our deployment, asked for at most once a look. Our revision was registered for this one deployment, so the
 * record that brings it is ours.
 */
final class OwnRecord implements Supplier<Optional<ServiceDeploymentState>> {
    private final Fleet fleet;
    private final String taskDefinition;
    private final EngineListener listener;
    private Optional<Optional<ServiceDeploymentState>> seen = Optional.empty();
    private boolean denied;

    OwnRecord(Fleet fleet, String taskDefinition, EngineListener listener) {
        this.fleet = fleet;
        this.taskDefinition = taskDefinition;
        this.listener = listener;
    }

    void newLook() {
        seen = Optional.empty();
    }

    @Override
    public Optional<ServiceDeploymentState> get() {
        if (seen.isEmpty()) {
            seen = Optional.of(denied ? Optional.empty() : asked());
        }
        return seen.get();
    }

    private Optional<ServiceDeploymentState> asked() {
        try {
            return fleet.serviceDeployments().stream()
                    .filter(each -> each.taskDefinition().equals(taskDefinition))
                    .findFirst();
        } catch (AccessDenied refused) {
            denied = true;
            listener.on(new EngineEvent.Warned(
                    "ECS's own record of the deployment cannot be read, so the reason may stay short: "
                            + refused.getMessage()));
            return Optional.empty();
        }
    }
}
