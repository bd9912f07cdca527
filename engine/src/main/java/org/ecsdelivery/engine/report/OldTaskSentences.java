package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.engine.event.DeployEvent.TaskStepped;
import org.ecsdelivery.engine.event.Rung;

/** The sentences about old tasks on their way down the ladder. */
final class OldTaskSentences {
    private final Map<String, Map<Rung, Instant>> seen = new HashMap<>();
    private int known;
    private Duration deregistrationDelay = Duration.ZERO;

    void begin(int oldTasks, Duration delay) {
        known = oldTasks;
        deregistrationDelay = delay;
    }

    String tell(TaskStepped step) {
        Map<Rung, Instant> times = seen.computeIfAbsent(step.task(), task -> new EnumMap<>(Rung.class));
        times.putIfAbsent(step.rung(), step.at());
        return "Old task " + Amount.shortTask(step.task()) + ": " + where(step, times) + ".";
    }

    private String where(TaskStepped step, Map<Rung, Instant> times) {
        String targets = step.targets().isEmpty() ? "" : " (" + step.targets() + ")";
        return switch (step.rung()) {
            case SERVING -> "serving" + targets;
            case SELECTED -> "ECS has decided to stop it, it still takes requests" + targets;
            case DRAINING -> "draining" + targets + estimate();
            case DRAINED -> "drained" + since(times, Rung.DRAINING, step.at()) + ", " + share(reached(Rung.DRAINED));
            case STOPPING -> "stopping, its containers were told to end";
            case STOPPED -> "stopped" + since(times, Rung.STOPPING, step.at()) + ", " + share(reached(Rung.STOPPED));
        };
    }

    private String estimate() {
        return deregistrationDelay.isZero() ? "" : ", about " + Amount.of(deregistrationDelay) + " left";
    }

    private static String since(Map<Rung, Instant> times, Rung rung, Instant at) {
        return Optional.ofNullable(times.get(rung))
                .map(from -> " after " + Amount.of(Duration.between(from, at)))
                .orElse("");
    }

    private String share(long count) {
        return count + " of " + Math.max(known, seen.size());
    }

    private long reached(Rung rung) {
        Set<String> tasks = new HashSet<>();
        seen.forEach((task, times) -> times.keySet().stream()
                .filter(each -> each.compareTo(rung) >= 0)
                .findAny()
                .ifPresent(each -> tasks.add(task)));
        return tasks.size();
    }
}
