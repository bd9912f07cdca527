package org.ecsdelivery.engine.deploy;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.failure.EngineException;

/**
 * Finds the deployment that ECS goes back to: the last that completed (ECS developer guide, circuit breaker). The service lists
 * only deployments that still have tasks, so ECS's records are asked where none of those completed.
 */
final class EarlierCompletion {
    private static final String COMPLETED = "SUCCESSFUL";
    /** As many as are read; there may be older ones then. */
    private static final int RECORDS = 20;

    private final Fleet fleet;
    private final Sight sight;

    EarlierCompletion(Fleet fleet, Sight sight) {
        this.fleet = fleet;
        this.sight = sight;
    }

    /** Returns the ARN of its revision. */
    Optional<String> of(ServiceState service) {
        Optional<String> listed = service.deployments().stream()
                .filter(each -> each.rollout() == Rollout.COMPLETED)
                .findFirst()
                .map(DeploymentState::taskDefinition);
        return listed.isPresent() ? listed : recorded(service);
    }

    private Optional<String> recorded(ServiceState service) {
        List<ServiceDeploymentState> records = records();
        Optional<String> completed = records.stream()
                .filter(each -> each.status().equals(COMPLETED))
                .findFirst()
                .map(ServiceDeploymentState::taskDefinition);
        boolean whole = !records.isEmpty() && records.size() < RECORDS;
        // without records a deployment that replaces another is taken for the proof that one completed
        return completed.isPresent() || whole || service.deployments().size() < 2
                ? completed
                : Optional.of(service.taskDefinition());
    }

    private List<ServiceDeploymentState> records() {
        try {
            return sight.of(Sight.View.RECORD, List.of(), fleet::serviceDeployments);
        } catch (EngineException unread) {
            return List.of();
        }
    }
}
