package org.ecsdelivery.engine.task;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.ecsdelivery.common.settings.TaskSettings;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Pause;
import org.ecsdelivery.engine.time.Poller;

/** Runs one task for each input, so many at once, and tells what came of each. A step that ends early leaves none running. */
public final class TaskFleet {
    private final TaskPorts ports;
    private final InstantSource clock;
    private final Poller poller;
    private final EngineListener listener;

    /** Makes the use case on the given world and time. */
    public TaskFleet(
            TaskPorts ports, InstantSource clock, Pause pause, Cancellation cancellation, EngineListener listener) {
        this.ports = ports;
        this.clock = clock;
        this.poller = new Poller(clock, pause, cancellation);
        this.listener = listener;
    }

    /**
     * Runs the tasks.
     *
     * @return one outcome for each input, in their order
     * @throws EngineException when no task can be started, or they cannot be followed any more
     * @throws Cancelled when the work is cancelled; the tasks that ran have been told to stop
     */
    public List<TaskOutcome> run(TaskSettings settings, List<TaskInput> inputs, TaskOrigin origin) {
        Instant deadline = clock.instant().plus(settings.timeout());
        TaskPlan plan = TaskPlan.of(ports.tasks(), settings);
        listener.on(plan.found());
        FleetWatch watch = watch(plan, inputs, origin);
        listener.on(new EngineEvent.PhaseStarted(Phase.TASK));
        try {
            return poller.until(deadline, watch).orElseGet(watch::timedOut);
        } catch (Cancelled cancelled) {
            watch.stopAll(origin.words() + " was stopped");
            throw cancelled;
        } catch (EngineException noLongerFollowed) {
            watch.stopAll(origin.words() + " cannot follow the task any more");
            throw noLongerFollowed;
        } finally {
            listener.on(new EngineEvent.PhaseFinished(Phase.TASK));
        }
    }

    private FleetWatch watch(TaskPlan plan, List<TaskInput> inputs, TaskOrigin origin) {
        List<FleetTask> all = inputs.stream()
                .map(input -> new FleetTask(input, plan, origin, ports, clock, listener))
                .toList();
        TaskStop stop = new TaskStop(ports.tasks(), plan.settings().cluster(), listener);
        return new FleetWatch(plan, all, ports.tasks(), stop, origin.words(), clock, listener);
    }
}
