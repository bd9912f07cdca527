package org.ecsdelivery.engine.task;

import java.time.Instant;
import java.time.InstantSource;
import org.ecsdelivery.common.settings.TaskSettings;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.TaskEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Pause;
import org.ecsdelivery.engine.time.Poller;

/**
 * Runs one task to its end: asks ECS for it until there is room, tells what its containers write, and judges it by their exit
 * codes. Nobody waits for a task whose step is gone, so a step that is stopped or runs out of time stops its task.
 */
public final class TaskRun {
    private final TaskPorts ports;
    private final InstantSource clock;
    private final Poller poller;
    private final EngineListener listener;

    /** Makes the use case on the given world and time. */
    public TaskRun(
            TaskPorts ports, InstantSource clock, Pause pause, Cancellation cancellation, EngineListener listener) {
        this.ports = ports;
        this.clock = clock;
        this.poller = new Poller(clock, pause, cancellation);
        this.listener = listener;
    }

    /**
     * Runs the task.
     *
     * @return how it ended; an end that is not asked for is a result, not an exception
     * @throws EngineException when the task cannot be started, or cannot be followed any more
     * @throws Cancelled when the work is cancelled; a task that was started has been told to stop
     */
    public TaskResult run(TaskSettings settings, TaskOrigin origin) {
        Instant deadline = clock.instant().plus(settings.timeout());
        TaskPlan plan = TaskPlan.of(ports.tasks(), settings);
        listener.on(plan.found());
        listener.on(new EngineEvent.PhaseStarted(Phase.TASK));
        try {
            TaskState task = started(plan, origin, deadline);
            listener.on(new TaskEvent.TaskBegun(task));
            return followed(plan, origin, task, deadline);
        } finally {
            listener.on(new EngineEvent.PhaseFinished(Phase.TASK));
        }
    }

    private TaskState started(TaskPlan plan, TaskOrigin origin, Instant deadline) {
        TaskSettings settings = plan.settings();
        TaskStart start = new TaskStart(
                ports.tasks(),
                attempt -> plan.order(settings.overrides(), origin, origin.token() + "-" + attempt),
                listener);
        return poller.until(deadline, start).orElseThrow(() -> start.noRoomInTime(settings.timeout()));
    }

    private TaskResult followed(TaskPlan plan, TaskOrigin origin, TaskState task, Instant deadline) {
        ClusterName cluster = plan.settings().cluster();
        TaskWatch watch = new TaskWatch(
                arn -> ports.tasks().task(cluster, arn),
                task,
                new TaskLogs(ports.logs(), plan.definition().revision(), task.id(), "", listener),
                plan.ends(),
                plan.container().value(),
                clock,
                listener);
        TaskStop stop = new TaskStop(ports.tasks(), cluster, listener);
        try {
            return poller.until(deadline, watch)
                    .or(watch::endSoFar)
                    .orElseGet(() -> timedOut(plan.settings(), origin, watch, stop));
        } catch (Cancelled cancelled) {
            if (watch.endSoFar().isEmpty()) {
                stop.stop(task.arn(), origin.words() + " was stopped");
            }
            throw cancelled;
        } catch (EngineException noLongerFollowed) {
            stop.stop(task.arn(), origin.words() + " cannot follow the task any more");
            throw noLongerFollowed;
        }
    }

    private static TaskResult timedOut(TaskSettings settings, TaskOrigin origin, TaskWatch watch, TaskStop stop) {
        boolean stopped = stop.stop(watch.arn(), "The time limit of " + origin.words() + " has passed");
        return new TaskResult.TimedOut(watch.arn(), settings.timeout(), watch.lastSeen(), stopped);
    }
}
