package org.ecsdelivery.engine.ecs;

import java.time.Duration;

/**
 * How a service is deployed (ECS API reference, DeploymentConfiguration).
 *
 * @param strategy ROLLING, BLUE_GREEN, LINEAR or CANARY
 * @param scheduling REPLICA, or DAEMON for one task on each instance
 * @param minimumHealthyPercent how many of the desired tasks must stay healthy
 * @param maximumPercent how many there may be of the desired tasks
 * @param gracePeriod how long ECS overlooks failed health checks of a new task
 * @param breaks whether the deployment circuit breaker is on
 * @param rollsBack whether the deployment circuit breaker goes back too
 */
public record DeploymentRules(
        String strategy,
        String scheduling,
        int minimumHealthyPercent,
        int maximumPercent,
        Duration gracePeriod,
        boolean breaks,
        boolean rollsBack) {

    /** Tells whether old tasks are replaced by new ones step by step, within the two percentages. */
    public boolean isRolling() {
        return strategy.equals("ROLLING");
    }

    /** Tells whether each instance runs one task. */
    public boolean isDaemon() {
        return scheduling.equals("DAEMON");
    }
}
