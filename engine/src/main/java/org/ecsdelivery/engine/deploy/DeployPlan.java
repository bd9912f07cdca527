package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.TaskState;

/**
 * What the preflight found, before anything is changed.
 *
 * @param service the service as it is
 * @param base the revision that the new one is made from
 * @param container the container whose image changes
 * @param image the new image, pinned by digest
 * @param oldTasks the tasks that the service runs now
 * @param delays deregistration delay of each target group, as far as it may be read
 */
record DeployPlan(
        ServiceState service,
        RevisionState base,
        RevisionState.Container container,
        ImageReference image,
        List<TaskState> oldTasks,
        Map<String, Duration> delays) {

    DeployPlan {
        oldTasks = List.copyOf(oldTasks);
        delays = Map.copyOf(delays);
    }

    /** Tells whether ECS can go back: the breaker may, and an earlier deployment has completed (ECS developer guide, circuit breaker). */
    boolean canRollBack() {
        return service.rollsBack() && hasCompletedDeployment();
    }

    boolean hasCompletedDeployment() {
        // a deployment that replaces a completed one is itself the proof that one was there
        return service.deployments().stream().anyMatch(each -> each.rollout() == DeploymentState.Rollout.COMPLETED)
                || service.deployments().size() > 1;
    }

    /** Tells whether the deployment was there before ours. */
    boolean knew(String deployment) {
        return service.deployment(deployment).isPresent();
    }

    Duration longestDelay() {
        return delays.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    Duration shortestDelay() {
        return delays.values().stream().min(Duration::compareTo).orElse(Duration.ZERO);
    }
}
