package org.ecsdelivery.engine.task;

import java.time.Instant;
import java.time.InstantSource;
import org.ecsdelivery.common.settings.TaskPlacement;
import org.ecsdelivery.common.settings.TaskSettings;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.RunnableDefinition;
import org.ecsdelivery.engine.ecs.TaskRunApi.Order;
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
        RunnableDefinition definition = ports.tasks().definition(settings.definition());
        TaskChoice choice = new TaskChoice(settings, definition);
        ContainerName container = choice.container();
        TaskPlacement placement = choice.place(placed(settings));
        listener.on(found(definition, container));
        listener.on(new EngineEvent.PhaseStarted(Phase.TASK));
        try {
            TaskState task = started(settings, definition, container, placement, origin, deadline);
            listener.on(new TaskEvent.TaskBegun(task));
            return followed(settings, definition, container, origin, task, deadline);
        } finally {
            listener.on(new EngineEvent.PhaseFinished(Phase.TASK));
        }
    }

    private TaskPlacement placed(TaskSettings settings) {
        return settings.placement()
                .service()
                .map(service -> ports.tasks().placeOf(settings.cluster(), service))
                .orElseGet(settings::placement);
    }

    private static TaskEvent found(RunnableDefinition definition, ContainerName container) {
        return new TaskEvent.DefinitionFound(
                definition.revision().arn(),
                container.value(),
                definition.revision().containers().stream()
                        .filter(each -> each.log().isPresent())
                        .map(each -> each.name().value())
                        .toList());
    }

    private TaskState started(
            TaskSettings settings,
            RunnableDefinition definition,
            ContainerName container,
            TaskPlacement placement,
            TaskOrigin origin,
            Instant deadline) {
        String arn = definition.revision().arn();
        TaskStart start = new TaskStart(
                ports.tasks(), attempt -> order(settings, arn, container, placement, origin, attempt), listener);
        return poller.until(deadline, start).orElseThrow(() -> start.noRoomInTime(settings.timeout()));
    }

    private static Order order(
            TaskSettings settings,
            String arn,
            ContainerName container,
            TaskPlacement placement,
            TaskOrigin origin,
            int attempt) {
        return new Order(
                settings.cluster(),
                arn,
                container,
                settings.overrides(),
                placement,
                origin.startedBy(),
                origin.token() + "-" + attempt,
                origin.tags());
    }

    private TaskResult followed(
            TaskSettings settings,
            RunnableDefinition definition,
            ContainerName container,
            TaskOrigin origin,
            TaskState task,
            Instant deadline) {
        TaskWatch watch = new TaskWatch(
                ports.tasks(),
                settings.cluster(),
                task,
                new TaskLogs(ports.logs(), definition.revision(), task.id(), listener),
                new ContainerEnds(container, definition.essential()),
                container.value(),
                clock,
                listener);
        try {
            return poller.until(deadline, watch)
                    .or(watch::endSoFar)
                    .orElseGet(() -> timedOut(settings, origin, task.arn(), watch));
        } catch (Cancelled cancelled) {
            if (watch.endSoFar().isEmpty()) {
                stop(settings, task.arn(), origin.words() + " was stopped");
            }
            throw cancelled;
        } catch (EngineException noLongerFollowed) {
            stop(settings, task.arn(), origin.words() + " cannot follow the task any more");
            throw noLongerFollowed;
        }
    }

    private TaskResult timedOut(TaskSettings settings, TaskOrigin origin, String taskArn, TaskWatch watch) {
        boolean stopped = stop(settings, taskArn, "The time limit of " + origin.words() + " has passed");
        return new TaskResult.TimedOut(taskArn, settings.timeout(), watch.lastSeen(), stopped);
    }

    private boolean stop(TaskSettings settings, String taskArn, String why) {
        try {
            ports.tasks().stop(settings.cluster(), taskArn, why);
            listener.on(new TaskEvent.TaskStopAsked(taskArn, why));
            return true;
        } catch (EngineException | Cancelled unstopped) {
            listener.on(new EngineEvent.Warned("Task " + RevisionState.shortId(taskArn)
                    + " may run on, since it could not be told to stop: " + unstopped.getMessage()));
            return false;
        }
    }
}
