package org.ecsdelivery.engine.event;

import java.time.Duration;
import java.util.List;
import org.ecsdelivery.engine.ecs.RunFailure;
import org.ecsdelivery.engine.ecs.TaskState;

/** What the task step tells. */
public sealed interface TaskEvent extends EngineEvent {

    /**
     * The task definition is there.
     *
     * @param taskDefinition ARN of the revision that will run
     * @param container the container whose exit code is the task's
     * @param logs the containers whose log will be followed
     */
    record DefinitionFound(String taskDefinition, String container, List<String> logs) implements TaskEvent {}

    /**
     * ECS has no room for the task now.
     *
     * @param failures why not
     * @param untilNext when it is asked again
     */
    record NoRoom(List<RunFailure> failures, Duration untilNext) implements TaskEvent {
        /** Copies the list. */
        public NoRoom {
            failures = List.copyOf(failures);
        }
    }

    /**
     * ECS has taken the task.
     *
     * @param task the task, from the answer to our own call
     */
    record TaskBegun(TaskState task) implements TaskEvent {}

    /**
     * The task is somewhere in its life; told on every change, and now and then when there is none.
     *
     * @param task the task
     * @param running how long it has been since ECS took it
     */
    record TaskSeen(TaskState task, Duration running) implements TaskEvent {}

    /**
     * A container wrote something.
     *
     * @param from the number of the task where there are several, and the container where several write; may be empty
     * @param text what it wrote, of whatever lines
     */
    record LogWritten(String from, String text) implements TaskEvent {}

    /**
     * The task was told to stop.
     *
     * @param taskArn its ARN
     * @param why why the step did that
     */
    record TaskStopAsked(String taskArn, String why) implements TaskEvent {}
}
