package org.ecsdelivery.engine.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.TaskEvent;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.task.TaskOutcome.End;

/** One task of a fleet, from the first try to start it to its outcome. */
final class FleetTask {
    private static final Duration AFTER_STUMBLE = Duration.ofSeconds(10);

    private final TaskInput input;
    private final TaskPlan plan;
    private final TaskPorts ports;
    private final InstantSource clock;
    private final EngineListener listener;
    private final TaskStart start;
    private Map<String, TaskState> seen = Map.of();
    private Optional<TaskWatch> watch = Optional.empty();
    private Instant notBefore = Instant.MIN;

    FleetTask(
            TaskInput input,
            TaskPlan plan,
            TaskOrigin origin,
            TaskPorts ports,
            InstantSource clock,
            EngineListener listener) {
        this.input = input;
        this.plan = plan;
        this.ports = ports;
        this.clock = clock;
        this.listener = listener;
        this.start = new TaskStart(
                ports.tasks(),
                attempt -> plan.order(
                        input.fill(plan.settings().overrides()),
                        origin,
                        origin.token() + "-" + input.number() + "-" + attempt),
                listener);
    }

    TaskInput input() {
        return input;
    }

    /** Returns its ARN once ECS has taken it. */
    Optional<String> arn() {
        return watch.map(TaskWatch::arn);
    }

    /** Returns its ARN while ECS has to be asked for it. */
    Optional<String> unfinished() {
        return watch.filter(each -> each.endSoFar().isEmpty()).map(TaskWatch::arn);
    }

    int calls() {
        return watch.map(TaskWatch::logCalls).orElse(0);
    }

    /** Moves it on. */
    Optional<TaskOutcome> look(Map<String, TaskState> now) {
        seen = now;
        try {
            if (watch.isEmpty() && !clock.instant().isBefore(notBefore)) {
                begin();
            }
            return watch.flatMap(TaskWatch::look).map(result -> TaskOutcome.of(input, result));
        } catch (TransientFailure failure) {
            notBefore = clock.instant().plus(AFTER_STUMBLE);
            start.stumbled(failure, AFTER_STUMBLE);
            return Optional.empty();
        } catch (EngineException failure) {
            if (failure.kind() == FailureKind.TASK_NOT_STARTED) {
                return Optional.of(TaskOutcome.without(input, End.NOT_STARTED, String.valueOf(failure.getMessage())));
            }
            throw failure;
        }
    }

    private void begin() {
        Optional<TaskState> task = start.look();
        task.ifPresent(begun -> {
            listener.on(new TaskEvent.TaskBegun(begun));
            watch = Optional.of(watch(begun));
        });
        if (task.isEmpty()) {
            notBefore = clock.instant().plus(start.beat());
        }
    }

    private TaskWatch watch(TaskState task) {
        TaskLogs logs = new TaskLogs(
                ports.logs(), plan.definition().revision(), task.id(), Integer.toString(input.number()), listener);
        return new TaskWatch(
                arn -> Optional.ofNullable(seen.get(arn)),
                task,
                logs,
                plan.ends(),
                plan.container().value(),
                clock,
                listener);
    }

    /** Returns how it ended, when it has although its log may not. */
    Optional<TaskOutcome> endSoFar() {
        return watch.flatMap(TaskWatch::endSoFar).map(result -> TaskOutcome.of(input, result));
    }

    /** Ends it because the time limit has passed. */
    TaskOutcome timedOut(TaskStop stop, String why) {
        Duration limit = plan.settings().timeout();
        return endSoFar()
                .or(() -> watch.map(each -> TaskOutcome.of(
                        input,
                        new TaskResult.TimedOut(each.arn(), limit, each.lastSeen(), stop.stop(each.arn(), why)))))
                .orElseGet(() -> TaskOutcome.without(
                        input,
                        End.NOT_STARTED,
                        String.valueOf(start.noRoomInTime(limit).getMessage())));
    }

    /** Ends it because another one failed. */
    TaskOutcome stopped(TaskStop stop, String why) {
        return endSoFar()
                .or(() -> arn().map(each -> {
                    boolean told = stop.stop(each, why);
                    return TaskOutcome.stopped(input, each, told ? why : why + ", but it could not be told to stop");
                }))
                .orElseGet(() -> TaskOutcome.without(input, End.SKIPPED, why));
    }
}
