package org.ecsdelivery.engine.ecs;

/**
 * A target at one moment (Elastic Load Balancing API reference, TargetHealth).
 *
 * @param health its state
 * @param detail reason code and description as the load balancer words them, or empty
 */
public record TargetState(Health health, String detail) {

    /** The states of a target. */
    public enum Health {
        /** Registered, not checked yet. */
        INITIAL,
        /** Takes requests. */
        HEALTHY,
        /** Fails its health check. */
        UNHEALTHY,
        /** Fails its health check and is losing its connections (Network Load Balancer). */
        UNHEALTHY_DRAINING,
        /** Deregistered, with connections that may end in peace. */
        DRAINING,
        /** Not in use: not registered, or no listener leads here. */
        UNUSED,
        /** Health checks are off. */
        UNAVAILABLE,
        /** A word that is new to us. */
        UNKNOWN;

        /** Tells whether the target is losing its connections. */
        public boolean isDraining() {
            return this == DRAINING || this == UNHEALTHY_DRAINING;
        }
    }
}
