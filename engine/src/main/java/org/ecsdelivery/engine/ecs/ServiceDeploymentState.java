package org.ecsdelivery.engine.ecs;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * ECS's own record of a deployment (ECS API reference, ServiceDeployment).
 *
 * @param arn its ARN
 * @param status such as IN_PROGRESS, SUCCESSFUL, STOPPED, ROLLBACK_SUCCESSFUL; as AWS writes it
 * @param statusReason ECS's own words, or empty
 * @param taskDefinition ARN of the revision it brings
 * @param rollbackReason why it was rolled back
 * @param breaker what the circuit breaker counted
 * @param triggeredAlarms the alarms that went off
 * @param staging how far it has come in shifting traffic; empty for a rolling update
 */
public record ServiceDeploymentState(
        String arn,
        String status,
        String statusReason,
        String taskDefinition,
        Optional<String> rollbackReason,
        Optional<Breaker> breaker,
        List<String> triggeredAlarms,
        Optional<Staging> staging) {
    private static final Set<String> OVER = Set.of("SUCCESSFUL", "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED");

    /** Copies the list. */
    public ServiceDeploymentState {
        triggeredAlarms = List.copyOf(triggeredAlarms);
    }

    /** Makes the record of a rolling update. */
    public ServiceDeploymentState(
            String arn,
            String status,
            String statusReason,
            String taskDefinition,
            Optional<String> rollbackReason,
            Optional<Breaker> breaker,
            List<String> triggeredAlarms) {
        this(arn, status, statusReason, taskDefinition, rollbackReason, breaker, triggeredAlarms, Optional.empty());
    }

    /**
     * What the circuit breaker counted.
     *
     * @param failures failed tasks
     * @param threshold how many it takes
     * @param triggered whether it made ECS give the deployment up
     */
    public record Breaker(int failures, int threshold, boolean triggered) {}

    /** Tells whether ECS works on it no more (ECS API reference, ServiceDeployment, status). */
    public boolean isOver() {
        return OVER.contains(status);
    }

    /** Tells whether ECS rolled this deployment back, or is about to. */
    public boolean isRolledBack() {
        return status.startsWith("ROLLBACK");
    }
}
