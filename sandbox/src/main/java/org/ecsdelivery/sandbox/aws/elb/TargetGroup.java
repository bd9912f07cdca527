package org.ecsdelivery.sandbox.aws.elb;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One target group: what it was made from, its attributes and its targets. */
final class TargetGroup {
    static final String DELAY = "deregistration_delay.timeout_seconds";
    final String arn;
    final TargetGroupSpec spec;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final Map<TargetId, Target> targets = new LinkedHashMap<>();
    boolean neverDrains;

    TargetGroup(String arn, TargetGroupSpec spec) {
        this.arn = arn;
        this.spec = spec;
        attributes.put(DELAY, String.valueOf(spec.deregistrationDelay().toSeconds()));
        attributes.put("stickiness.enabled", "false");
        attributes.put("stickiness.type", "lb_cookie");
        attributes.put("slow_start.duration_seconds", "0");
        attributes.put("load_balancing.algorithm.type", "round_robin");
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
