package org.ecsdelivery.engine.task;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskState.ContainerState;

/** How a task ended. */
public sealed interface TaskResult {
    /** Returns its ARN. */
    String taskArn();

    /**
     * The task stopped.
     *
     * @param task the task
     * @param container the container whose exit code is the task's
     * @param failed the containers that did not end well
     * @param took since ECS took it
     */
    record Ended(TaskState task, String container, List<ContainerState> failed, Duration took) implements TaskResult {
        /** What ECS writes when a task ends by itself (ECS API reference, Task, stopCode). */
        private static final String BY_ITSELF = "EssentialContainerExited";

        /** Copies the list. */
        public Ended {
            failed = List.copyOf(failed);
        }

        @Override
        public String taskArn() {
            return task.arn();
        }

        /** Tells whether its work is done: it ended by itself, and well. */
        public boolean isSuccess() {
            return failed.isEmpty() && endedByItself();
        }

        /** Tells whether nobody stopped it. */
        public boolean endedByItself() {
            return task.stopCode().filter(code -> !code.equals(BY_ITSELF)).isEmpty();
        }

        /** Returns the exit code of its container; nothing when that never ran. */
        public Optional<Integer> exitCode() {
            return task.containers().stream()
                    .filter(each -> each.name().equals(container))
                    .findFirst()
                    .flatMap(ContainerState::exitCode);
        }
    }

    /**
     * The time limit passed first.
     *
     * @param taskArn its ARN
     * @param limit the limit
     * @param lastSeen where it was
     * @param stopped whether it was told to stop
     */
    record TimedOut(String taskArn, Duration limit, String lastSeen, boolean stopped) implements TaskResult {}

    /**
     * ECS no longer knows the task.
     *
     * @param taskArn its ARN
     * @param lastSeen where it was
     */
    record Lost(String taskArn, String lastSeen) implements TaskResult {}
}
