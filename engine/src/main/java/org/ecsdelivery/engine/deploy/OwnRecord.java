package org.ecsdelivery.engine.deploy;

import java.util.Optional;
import java.util.function.Supplier;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;

/**
 * ECS's record of our deployment, asked for at most once a look. Our revision was registered for this one deployment, so the
 * record that brings it is ours.
 */
final class OwnRecord implements Supplier<Optional<ServiceDeploymentState>> {
    private final Fleet fleet;
    private final String taskDefinition;
    private final Sight sight;
    private Optional<Optional<ServiceDeploymentState>> seen = Optional.empty();

    OwnRecord(Fleet fleet, String taskDefinition, Sight sight) {
        this.fleet = fleet;
        this.taskDefinition = taskDefinition;
        this.sight = sight;
    }

    void newLook() {
        seen = Optional.empty();
    }

    @Override
    public Optional<ServiceDeploymentState> get() {
        if (seen.isEmpty()) {
            seen = Optional.of(asked());
        }
        return seen.get();
    }

    private Optional<ServiceDeploymentState> asked() {
        return sight.of(
                Sight.View.RECORD,
                Optional.empty(),
                () -> fleet.serviceDeployments().stream()
                        .filter(each -> each.taskDefinition().equals(taskDefinition))
                        .findFirst());
    }
}
