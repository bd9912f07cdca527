package org.ecsdelivery.common.settings;

/** What the deployment circuit breaker of a service does. */
public enum CircuitBreaker {
    /** It is off: ECS tries for ever. */
    OFF,
    /** It makes a deployment fail that does not get its tasks to run. */
    FAIL,
    /** It takes such a deployment back, too. */
    ROLL_BACK
}
