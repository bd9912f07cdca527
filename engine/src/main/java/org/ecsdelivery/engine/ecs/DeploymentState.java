package org.ecsdelivery.engine.ecs;

/**
 * One deployment of a service at one moment (ECS API reference, Deployment).
 *
 * @param id {@code ecs-svc/...}; the tasks it starts carry it as {@code startedBy}
 * @param status PRIMARY, ACTIVE or INACTIVE
 * @param taskDefinition ARN of the revision
 * @param desired how many tasks it shall run
 * @param pending how many are on their way
 * @param running how many run
 * @param failed how many failed in a row, as the circuit breaker counts
 * @param rollout how far it is
 * @param reason ECS's own words about that, or empty
 */
public record DeploymentState(
        String id,
        String status,
        String taskDefinition,
        int desired,
        int pending,
        int running,
        int failed,
        Rollout rollout,
        String reason) {

    /** How far a deployment is. */
    public enum Rollout {
        /** Tasks are being replaced. */
        IN_PROGRESS,
        /** ECS is done with it. */
        COMPLETED,
        /** ECS gave it up. */
        FAILED,
        /** ECS does not say: a Classic Load Balancer, or a word that is new to us. */
        UNKNOWN
    }

    /** Tells whether this is the deployment that ECS is heading for. */
    public boolean isPrimary() {
        return status.equals("PRIMARY");
    }
}
