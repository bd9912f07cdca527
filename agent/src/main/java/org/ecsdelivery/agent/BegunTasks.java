package org.ecsdelivery.agent;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.TaskEvent.TaskBegun;
import org.ecsdelivery.engine.event.TaskEvent.TaskSeen;
import org.ecsdelivery.engine.event.TaskEvent.TaskStopAsked;

/** Remembers which tasks a step has begun and not seen the end of, nor told to stop. */
final class BegunTasks implements EngineListener {
    private final Set<String> running = new LinkedHashSet<>();
    private final Set<String> stopping = new LinkedHashSet<>();

    @Override
    public synchronized void on(EngineEvent event) {
        if (event instanceof TaskBegun begun) {
            running.add(begun.task().arn());
        } else if (event instanceof TaskSeen seen && seen.task().isStopped()) {
            running.remove(seen.task().arn());
        } else if (event instanceof TaskStopAsked asked && running.remove(asked.taskArn())) {
            stopping.add(asked.taskArn());
        }
    }

    synchronized String leftBehind() {
        if (!running.isEmpty()) {
            return "Still running in ECS: " + ids(running) + ". Stop them there if they must not go on.";
        }
        return stopping.isEmpty()
                ? "No task runs on in ECS."
                : "ECS has taken the order to stop " + ids(stopping) + ".";
    }

    private static String ids(Set<String> arns) {
        return arns.stream().map(arn -> "task " + RevisionState.shortId(arn)).collect(Collectors.joining(", "));
    }
}
