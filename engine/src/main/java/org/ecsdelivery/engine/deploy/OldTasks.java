package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.DeployEvent.OldTaskFound;
import org.ecsdelivery.engine.event.DeployEvent.TaskStepped;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.Rung;

/** Every task that was there before our deployment, and the news of each. */
final class OldTasks {
    private final InstantSource clock;
    private final EngineListener listener;
    private final Map<String, OldTask> byArn = new LinkedHashMap<>();
    private final Map<String, Rung> told = new HashMap<>();
    private final Map<String, Instant> since = new HashMap<>();

    OldTasks(InstantSource clock, EngineListener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    void add(OldTask task) {
        if (byArn.putIfAbsent(task.arn(), task) == null) {
            tell(task);
        }
    }

    boolean knows(String arn) {
        return byArn.containsKey(arn);
    }

    /** Takes the answer to a question about {@link #notStopped()}. */
    void sawTasks(Collection<String> asked, List<TaskState> answer) {
        Map<String, TaskState> states = answer.stream().collect(Collectors.toMap(TaskState::arn, each -> each));
        asked.forEach(arn -> change(arn, task -> task.seen(Optional.ofNullable(states.get(arn)))));
    }

    void sawTargets(Map<String, Map<Target, TargetState>> groups) {
        notDrained().forEach(task -> change(task.arn(), each -> each.seen(groups)));
    }

    /** Goes on without the load balancer, which may not be asked. */
    void forgetTargets() {
        List.copyOf(byArn.keySet()).forEach(arn -> change(arn, OldTask::withoutTargets));
    }

    List<String> notStopped() {
        return byArn.values().stream()
                .filter(each -> !each.isStopped())
                .map(OldTask::arn)
                .toList();
    }

    List<OldTask> notDrained() {
        return byArn.values().stream().filter(each -> !each.isDrained()).toList();
    }

    /** Returns the target groups in which an old task that ECS has decided to stop may still be. */
    List<String> groupsToWatch() {
        return notDrained().stream()
                .filter(OldTask::isSelected)
                .flatMap(each -> each.registrations().stream())
                .map(TaskTargets.Registration::group)
                .distinct()
                .toList();
    }

    /** Tells whether only the load balancer can bring news for those that are not drained. */
    boolean onlyTargetsAreOpen() {
        return notDrained().stream()
                .allMatch(each -> each.isSelected() && !each.registrations().isEmpty());
    }

    boolean areDrained() {
        return byArn.values().stream().allMatch(OldTask::isDrained);
    }

    boolean areStopped() {
        return byArn.values().stream().allMatch(OldTask::isStopped);
    }

    /** Returns where the old tasks stand, such as {@code 2 draining (10.0.1.7:80), 1 stopped}. */
    String standing() {
        Map<Rung, List<OldTask>> byRung = byArn.values().stream()
                .collect(Collectors.groupingBy(OldTask::rung, java.util.TreeMap::new, Collectors.toList()));
        return byRung.entrySet().stream()
                .map(each ->
                        each.getValue().size() + " " + Words.of(each.getKey()) + places(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String places(Rung rung, List<OldTask> tasks) {
        return rung != Rung.DRAINING
                ? ""
                : tasks.stream().map(OldTask::targets).limit(3).collect(Collectors.joining(", ", " (", ")"));
    }

    /** Returns how long the slowest of those on their way out may still take; zero when that cannot be known of any. */
    Duration timeLeft(WayOut wayOut) {
        return byArn.values().stream()
                .map(each -> wayOut.left(each.rung(), Duration.between(onRungSince(each), clock.instant())))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Returns the time until a target can be gone, when draining is all that goes on; zero otherwise. */
    Duration quietTime(Duration delay) {
        List<OldTask> open = byArn.values().stream()
                .filter(each -> each.rung() != Rung.STOPPED)
                .toList();
        if (open.stream().anyMatch(each -> each.rung() != Rung.DRAINING)) {
            return Duration.ZERO;
        }
        return open.stream()
                .map(each -> Duration.between(clock.instant(), onRungSince(each).plus(delay)))
                .min(Duration::compareTo)
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
    }

    private Instant onRungSince(OldTask task) {
        return since.getOrDefault(task.arn(), clock.instant());
    }

    private void change(String arn, UnaryOperator<OldTask> step) {
        OldTask now = step.apply(java.util.Objects.requireNonNull(byArn.get(arn)));
        byArn.put(arn, now);
        tell(now);
    }

    private void tell(OldTask task) {
        Rung now = task.rung();
        Rung before = told.put(task.arn(), now);
        if (before != now) {
            since.put(task.arn(), clock.instant());
        }
        if (before == null && now == Rung.SERVING) {
            listener.on(new OldTaskFound(task.id(), task.targets(), clock.instant()));
        } else if (before != now) {
            listener.on(new TaskStepped(task.id(), task.targets(), now, clock.instant()));
        }
    }
}
