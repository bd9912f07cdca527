package org.ecsdelivery.engine.ecs;

import java.util.List;
import java.util.Optional;

/**
 * How far a deployment that shifts traffic has come (ECS API reference, ServiceDeployment and ServiceRevisionSummary).
 *
 * @param stage its lifecycle stage, as AWS writes it; empty when none is told
 * @param production the share of production traffic that the new revision is to get, in percent
 * @param test the same of test traffic
 * @param targetGroups ARNs of the target groups that the tasks of the new revision belong to; none when that is not told
 */
public record Staging(String stage, Optional<Double> production, Optional<Double> test, List<String> targetGroups) {
    /** The stages in their order (ECS API reference, ServiceDeployment, lifecycleStage; the eighth is known of hooks only). */
    private static final List<String> ORDER = List.of(
            "RECONCILE_SERVICE",
            "PRE_SCALE_UP",
            "SCALE_UP",
            "POST_SCALE_UP",
            "TEST_TRAFFIC_SHIFT",
            "POST_TEST_TRAFFIC_SHIFT",
            "PRE_PRODUCTION_TRAFFIC_SHIFT",
            "PRODUCTION_TRAFFIC_SHIFT",
            "POST_PRODUCTION_TRAFFIC_SHIFT",
            "BAKE_TIME",
            "CLEAN_UP");

    private static final double ALL = 99.99;

    /** Copies the list. */
    public Staging {
        targetGroups = List.copyOf(targetGroups);
    }

    /** Tells whether the new revision has all production traffic, and ECS does not shift it any more. */
    public boolean hasAllTraffic() {
        int now = ORDER.indexOf(stage);
        boolean shifted = now > ORDER.indexOf("PRODUCTION_TRAFFIC_SHIFT");
        return production.map(share -> share >= ALL && (shifted || now < 0)).orElse(shifted);
    }

    /** Tells whether both revisions stay for a while, although the new one has all traffic. */
    public boolean bakes() {
        return stage.equals("BAKE_TIME");
    }
}
