package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.RollingUpdate;
import org.ecsdelivery.engine.ecs.ServiceState;

/**
 * How long a deployment that goes well takes at most, besides the time to find room for a task and to pull its image. A batch
 * may have to wait until the old tasks of the batch before are gone, since these still take their share of
 * {@code maximumPercent}.
 *
 * @param batches how many times new tasks are started
 * @param healthy how long a new task takes to become healthy
 * @param drained how long the connections of an old task may last
 * @param stopped how long the containers of an old task may take to end
 */
record WorstCase(int batches, Duration healthy, Duration drained, Duration stopped) {
    /** Without any health check, ECS takes a task for healthy when it has run for so long. */
    private static final Duration UNCHECKED = Duration.ofSeconds(40);

    static WorstCase of(ServiceState service, RevisionState base, RevisionState next, TargetGroupTimes groups) {
        int batches = RollingUpdate.of(service.desired(), service.rules()).batches();
        Duration checks = Stream.concat(
                        groups.healthyWithin().stream(),
                        next.containers().stream()
                                .map(RevisionState.Container::healthyWithin)
                                .flatMap(Optional::stream))
                .max(Comparator.naturalOrder())
                .orElse(UNCHECKED);
        return new WorstCase(
                batches, service.rules().gracePeriod().plus(checks), groups.longestDelay(), base.longestStop());
    }

    /** Returns the time until the level is reached. */
    Duration until(FinishLevel level) {
        Duration leaving = drained.plus(stopped);
        Duration live = healthy.multipliedBy(batches).plus(leaving.multipliedBy(Math.max(0, batches - 1)));
        return switch (level) {
            case LIVE -> live;
            case DRAINED -> live.plus(drained);
            case DEPLOYED, STOPPED -> live.plus(leaving);
        };
    }
}
