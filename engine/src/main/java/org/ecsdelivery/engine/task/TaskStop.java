package org.ecsdelivery.engine.task;

import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.TaskRunApi;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.TaskEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;

/** Tells tasks to stop, and says which ones could not be told. */
final class TaskStop {
    private final TaskRunApi tasks;
    private final ClusterName cluster;
    private final EngineListener listener;

    TaskStop(TaskRunApi tasks, ClusterName cluster, EngineListener listener) {
        this.tasks = tasks;
        this.cluster = cluster;
        this.listener = listener;
    }

    boolean stop(String taskArn, String why) {
        try {
            tasks.stop(cluster, taskArn, why);
            listener.on(new TaskEvent.TaskStopAsked(taskArn, why));
            return true;
        } catch (EngineException | Cancelled unstopped) {
            listener.on(new EngineEvent.Warned("Task " + RevisionState.shortId(taskArn)
                    + " may run on, since it could not be told to stop: " + unstopped.getMessage()));
            return false;
        }
    }
}
