package org.ecsdelivery.sandbox.aws.scaling;

import java.util.LinkedHashMap;
import java.util.Map;

/** The services whose desired count is scaled; nothing scales them by itself. */
public final class ScalableTargets {
    private final Map<String, ScalableTarget> targets = new LinkedHashMap<>();

    /**
     * One of them.
     *
     * @param minimum MinCapacity
     * @param maximum MaxCapacity
     * @param suspended whether all scaling is suspended
     */
    record ScalableTarget(int minimum, int maximum, boolean suspended) {}

    /** Registers a service. */
    public synchronized void register(String cluster, String service, int minimum, int maximum) {
        targets.put("service/" + cluster + "/" + service, new ScalableTarget(minimum, maximum, false));
    }

    /** Suspends all scaling of a service. */
    public synchronized void suspend(String cluster, String service) {
        targets.computeIfPresent(
                "service/" + cluster + "/" + service,
                (id, each) -> new ScalableTarget(each.minimum(), each.maximum(), true));
    }

    synchronized Map<String, ScalableTarget> all() {
        return Map.copyOf(targets);
    }
}
