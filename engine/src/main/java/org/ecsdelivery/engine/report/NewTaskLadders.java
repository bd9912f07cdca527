package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.DeployEvent.NewTaskSeen;
import org.ecsdelivery.engine.event.DeployEvent.TaskFailed;
import org.ecsdelivery.engine.report.Ladder.Step;

/**
 * The new tasks and the places of their lives. What ECS's own record of a task tells of its times counts; only where it tells
 * none, the moment at which the task was seen there does. AWS's clock may differ from ours a little, so what it tells is kept
 * within the time of the step.
 */
final class NewTaskLadders {
    private final Map<String, Life> lives = new LinkedHashMap<>();

    /** The places in the life of a new task, in order. */
    enum Place {
        PROVISIONING,
        PENDING,
        ACTIVATING,
        RUNNING,
        SERVING,
        STOPPING,
        STOPPED,
        FAILED
    }

    /** A task and the earliest moment known of each place. */
    private static final class Life {
        private final Map<Place, Instant> since = new EnumMap<>(Place.class);
        private String targets = "";

        void reached(Place place, Instant at) {
            since.merge(place, at, (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    void saw(NewTaskSeen seen) {
        Life life = lifeOf(seen.task());
        life.targets = seen.targets();
        placeOf(seen.task().status()).ifPresent(place -> life.reached(place, seen.at()));
        if (seen.serves()) {
            life.reached(Place.SERVING, seen.at());
        }
    }

    /** The deployment is live, which says of every new task that runs that it serves. */
    void live(Instant at) {
        lives.values().stream()
                .map(life -> life.since)
                .filter(since -> since.containsKey(Place.RUNNING))
                .filter(since -> since.keySet().stream().noneMatch(place -> place.compareTo(Place.STOPPING) >= 0))
                .forEach(since -> since.putIfAbsent(Place.SERVING, at));
    }

    void failed(TaskFailed failed, Instant at) {
        lifeOf(failed.task()).reached(Place.FAILED, failed.task().stoppedAt().orElse(at));
    }

    private Life lifeOf(TaskState task) {
        Life life = lives.computeIfAbsent(task.id(), id -> new Life());
        task.times().created().ifPresent(at -> life.reached(Place.PROVISIONING, at));
        task.times().pullStarted().ifPresent(at -> life.reached(Place.PENDING, at));
        task.times().started().ifPresent(at -> life.reached(Place.RUNNING, at));
        task.times().stopping().ifPresent(at -> life.reached(Place.STOPPING, at));
        return life;
    }

    private static Optional<Place> placeOf(TaskStatus status) {
        return switch (status) {
            case PROVISIONING -> Optional.of(Place.PROVISIONING);
            case PENDING -> Optional.of(Place.PENDING);
            case ACTIVATING -> Optional.of(Place.ACTIVATING);
            case RUNNING -> Optional.of(Place.RUNNING);
            case DEACTIVATING, STOPPING, DEPROVISIONING -> Optional.of(Place.STOPPING);
            case STOPPED -> Optional.of(Place.STOPPED);
            case UNKNOWN -> Optional.empty();
        };
    }

    /**
     * Returns what is known so far, the task that came first first.
     *
     * @param begin since when they can have been there
     * @param end until when anything is known of those that are not gone
     */
    List<Ladder> all(Instant begin, Instant end) {
        return lives.entrySet().stream()
                .filter(each -> !each.getValue().since.isEmpty())
                .map(each ->
                        new Ladder(each.getKey(), each.getValue().targets, steps(each.getValue().since, begin, end)))
                .sorted(Comparator.comparing(each -> each.steps().get(0).at()))
                .toList();
    }

    private static List<Step> steps(Map<Place, Instant> since, Instant begin, Instant end) {
        List<Map.Entry<Place, Instant>> places = List.copyOf(since.entrySet());
        List<Step> steps = new ArrayList<>();
        Instant at = begin;
        for (int index = 0; index < places.size(); index++) {
            Place place = places.get(index).getKey();
            at = within(at, places.get(index).getValue(), end);
            boolean last = index + 1 == places.size();
            Instant until = last ? end : within(at, places.get(index + 1).getValue(), end);
            boolean gone = place.compareTo(Place.STOPPED) >= 0;
            steps.add(new Step(place.name(), at, gone ? Duration.ZERO : Duration.between(at, until)));
        }
        return steps;
    }

    private static Instant within(Instant begin, Instant at, Instant end) {
        Instant notBefore = at.isBefore(begin) ? begin : at;
        return notBefore.isAfter(end) ? end : notBefore;
    }
}
