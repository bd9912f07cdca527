package org.ecsdelivery.sandbox.aws.elb;

import java.util.Locale;

/** The health states of a target; {@code GONE} is a target that is no longer registered. */
public enum TargetState {
    /** Registered, health checks not passed yet. */
    INITIAL,
    /** In service. */
    HEALTHY,
    /** Health checks failed. */
    UNHEALTHY,
    /** Health checks failed, connections may last a while (Network Load Balancer). */
    UNHEALTHY_DRAINING,
    /** Nothing checks its health. */
    UNAVAILABLE,
    /** Deregistered, connections still draining. */
    DRAINING,
    /** No longer in the target group. */
    GONE;

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
