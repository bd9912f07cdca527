package org.ecsdelivery.sandbox.aws.elb;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One target group: what it was made from, its attributes and its targets. */
final class TargetGroup {
    static final String DELAY = "deregistration_delay.timeout_seconds";
    static final String UNHEALTHY_DELAY = "target_health_state.unhealthy.draining_interval_seconds";
    final String arn;
    final TargetGroupSpec spec;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final Map<TargetId, Target> targets = new LinkedHashMap<>();
    boolean neverDrains;
    boolean unchecked;

    TargetGroup(String arn, TargetGroupSpec spec) {
        this.arn = arn;
        this.spec = spec;
        attributes.put(DELAY, String.valueOf(spec.deregistrationDelay().toSeconds()));
        attributes.put("stickiness.enabled", "false");
        if (spec.network()) {
            attributes.put("stickiness.type", "source_ip");
            attributes.put("deregistration_delay.connection_termination.enabled", "false");
            attributes.put("target_health_state.unhealthy.connection_termination.enabled", "true");
            attributes.put(UNHEALTHY_DELAY, "0");
        } else {
            attributes.put("stickiness.type", "lb_cookie");
            attributes.put("slow_start.duration_seconds", "0");
            attributes.put("load_balancing.algorithm.type", "round_robin");
        }
    }

    /** Answers how long connections of an unhealthy target may last; zero where it has none. */
    Duration unhealthyDelay() {
        return Duration.ofSeconds(Long.parseLong(attributes.getOrDefault(UNHEALTHY_DELAY, "0")));
    }

    Duration deregistrationDelay() {
        return Duration.ofSeconds(Long.parseLong(attributes.getOrDefault(DELAY, "300")));
    }

    Duration untilHealthy() {
        return spec.healthCheckInterval().multipliedBy(spec.healthyThreshold());
    }

    Duration untilUnhealthy() {
        return spec.healthCheckInterval().multipliedBy(spec.unhealthyThreshold());
    }
}
