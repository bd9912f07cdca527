package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ecsdelivery.engine.ecs.TargetGroupApi;
import org.ecsdelivery.engine.failure.AccessDenied;

/**
 * The times that the target groups of a service are set to, as far as they may be read.
 *
 * @param delays deregistration delay of each target group
 * @param healthyWithin how long the slowest health checks take; empty without target groups
 * @param complete whether all of them could be read
 */
record TargetGroupTimes(Map<String, Duration> delays, Optional<Duration> healthyWithin, boolean complete) {
    TargetGroupTimes {
        delays = Map.copyOf(delays);
    }

    /** Reads the times; tells what may not be read. */
    static TargetGroupTimes read(TargetGroupApi api, List<String> groups, Consumer<String> warnings) {
        Map<String, Duration> delays = new LinkedHashMap<>();
        try {
            groups.forEach(group -> delays.put(group, api.deregistrationDelay(group)));
        } catch (AccessDenied denied) {
            warnings.accept("The remaining time cannot be estimated: " + denied.getMessage());
            return new TargetGroupTimes(delays, Optional.empty(), false);
        }
        try {
            return new TargetGroupTimes(
                    delays, groups.stream().map(api::healthyWithin).max(Comparator.naturalOrder()), true);
        } catch (AccessDenied denied) {
            warnings.accept("How long the deployment may take cannot be estimated: " + denied.getMessage());
            return new TargetGroupTimes(delays, Optional.empty(), false);
        }
    }

    Duration longestDelay() {
        return delays.values().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    Duration shortestDelay() {
        return delays.values().stream().min(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }
}
