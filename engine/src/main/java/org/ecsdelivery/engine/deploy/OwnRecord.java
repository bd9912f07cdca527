package org.ecsdelivery.engine.deploy;

import java.util.Optional;
import java.util.function.Supplier;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.failure.TransientFailure;

/**
 * ECS's record of our deployment, asked for at most once a look: the record that brings our revision, but for those of earlier
 * deployments that brought it too.
 */
final class OwnRecord implements Supplier<Optional<ServiceDeploymentState>> {
    /** How many looks in a row fail for the record before they are made without it. */
    private static final int PATIENCE = 2;

    private final Fleet fleet;
    private final DeployPlan plan;
    private final String taskDefinition;
    private final Sight sight;
    private Optional<Optional<ServiceDeploymentState>> seen = Optional.empty();
    private int misses;

    OwnRecord(Fleet fleet, DeployPlan plan, String taskDefinition, Sight sight) {
        this.fleet = fleet;
        this.plan = plan;
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
                    () -> plan.recordIn(fleet.serviceDeployments(), taskDefinition));
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
