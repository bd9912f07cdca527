package org.ecsdelivery.engine.deploy;

import java.util.Optional;
import java.util.function.Supplier;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.failure.TransientFailure;

/**
 * ECS's record of our deployment, asked for at most once a look. Our revision was registered for this one deployment, so the
 * record that brings it is ours.
 */
final class OwnRecord implements Supplier<Optional<ServiceDeploymentState>> {
    /** How many looks in a row fail for the record before they are made without it. */
    private static final int PATIENCE = 2;

    private final Fleet fleet;
    private final String taskDefinition;
    private final Sight sight;
    private Optional<Optional<ServiceDeploymentState>> seen = Optional.empty();
    private int misses;

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

    /** The record says more than the service does, but nothing that the end could not be told without. */
    private Optional<ServiceDeploymentState> asked() {
        try {
            Optional<ServiceDeploymentState> own = sight.of(
                    Sight.View.RECORD,
                    Optional.empty(),
                    () -> fleet.serviceDeployments().stream()
                            .filter(each -> each.taskDefinition().equals(taskDefinition))
                            .findFirst());
            misses = 0;
            return own;
        } catch (TransientFailure unread) {
            if (++misses <= PATIENCE) {
                throw unread;
            }
            return Optional.empty();
        }
    }
}
