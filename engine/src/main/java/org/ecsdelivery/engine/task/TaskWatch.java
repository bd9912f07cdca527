package org.ecsdelivery.engine.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.TaskEvent;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.task.TaskResult.Ended;
import org.ecsdelivery.engine.time.CallBudget;
import org.ecsdelivery.engine.time.Probe;

/** Looks at a task and its logs until it has stopped and has nothing more to say. */
final class TaskWatch implements Probe<TaskResult> {
    /** ECS answers reads from copies that may not know a new task yet (ECS API reference, RunTask, on eventual consistency). */
    private static final Duration UNKNOWN_AT_FIRST = Duration.ofMinutes(1);

    /** The last lines come to CloudWatch Logs after the end of their container, as a rule within seconds. */
    private static final Duration LAST_LINES = Duration.ofSeconds(4);

    private static final Duration UNREADABLE = Duration.ofMinutes(1);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Function<String, Optional<TaskState>> eyes;
    private final TaskLogs logs;
    private final ContainerEnds ends;
    private final String container;
    private final InstantSource clock;
    private final EngineListener listener;
    private final Instant started;
    private final CallBudget budget;
    private TaskState last;
    private Instant told;
    private Instant heard;
    private Optional<Instant> stopped = Optional.empty();

    TaskWatch(
            Function<String, Optional<TaskState>> eyes,
            TaskState task,
            TaskLogs logs,
            ContainerEnds ends,
            String container,
            InstantSource clock,
            EngineListener listener) {
        this.eyes = eyes;
        this.last = task;
        this.logs = logs;
        this.ends = ends;
        this.container = container;
        this.clock = clock;
        this.listener = listener;
        this.started = clock.instant();
        this.budget = new CallBudget(clock, 0);
        this.told = started;
        this.heard = started;
    }

    @Override
    public Optional<TaskResult> look() {
        if (stopped.isEmpty()) {
            Optional<TaskState> now = eyes.apply(last.arn());
            if (now.isEmpty() && since(started).compareTo(UNKNOWN_AT_FIRST) > 0) {
                return Optional.of(new TaskResult.Lost(last.arn(), last.status().name()));
            }
            now.ifPresent(this::take);
        }
        listen();
        return stopped.filter(this::hasSaidAll).map(end -> ended());
    }

    private void take(TaskState now) {
        boolean moved = now.status() != last.status();
        last = now;
        if (now.isStopped()) {
            stopped = Optional.of(clock.instant());
        }
        if (moved || since(told).compareTo(QUIET) >= 0) {
            told = clock.instant();
            listener.on(new TaskEvent.TaskSeen(now, since(started)));
        }
    }

    private void listen() {
        try {
            if (logs.tellNews()) {
                heard = clock.instant();
                told = heard;
            }
        } catch (TransientFailure unread) {
            if (stopped.filter(end -> since(end).compareTo(UNREADABLE) > 0).isEmpty()) {
                throw unread;
            }
            listener.on(new EngineEvent.Warned("The log may lack its last lines. " + unread.getMessage()));
            heard = Instant.EPOCH;
        }
    }

    private boolean hasSaidAll(Instant end) {
        return !logs.areSome()
                || since(end).compareTo(LAST_LINES) >= 0 && since(heard).compareTo(LAST_LINES) >= 0;
    }

    private Ended ended() {
        Instant end = stopped.orElseGet(clock::instant);
        return new Ended(last, container, ends.badOf(last), Duration.between(started, end));
    }

    /** Returns how the task ended, when it has although its log may not. */
    Optional<TaskResult> endSoFar() {
        return stopped.map(end -> ended());
    }

    String arn() {
        return last.arn();
    }

    /** Returns how many calls the last look at the logs made. */
    int logCalls() {
        return logs.calls();
    }

    String lastSeen() {
        return last.status().name();
    }

    private Duration since(Instant moment) {
        return Duration.between(moment, clock.instant());
    }

    @Override
    public Duration beat() {
        return budget.spend(logs.calls() + (stopped.isEmpty() ? 1 : 0));
    }

    @Override
    public void stumbled(TransientFailure failure, Duration untilNext) {
        listener.on(new EngineEvent.Warned(
                "Looking again in " + untilNext.toSeconds() + " s, since a look failed: " + failure.getMessage()));
    }
}
