package org.ecsdelivery.engine.deploy;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.DeployEvent.NewTaskSeen;
import org.ecsdelivery.engine.event.EngineListener;

/** Tells of the tasks of our deployment whatever the tracker gets to see of them anyway, and each thing once. */
final class NewTaskNews {
    private final InstantSource clock;
    private final EngineListener listener;
    private final Map<String, Place> told = new HashMap<>();

    NewTaskNews(InstantSource clock, EngineListener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /** Where a task was last told to be. */
    private record Place(TaskStatus status, boolean serves) {}

    void saw(
            List<TaskState> tasks,
            Collection<TaskState> serving,
            Function<TaskState, List<TaskTargets.Registration>> targets) {
        for (TaskState task : tasks) {
            Place now = new Place(task.status(), serving.contains(task));
            if (!now.equals(told.put(task.arn(), now))) {
                listener.on(
                        new NewTaskSeen(task, TaskTargets.inWords(targets.apply(task)), now.serves(), clock.instant()));
            }
        }
    }
}
