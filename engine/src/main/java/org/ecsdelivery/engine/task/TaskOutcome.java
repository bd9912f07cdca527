package org.ecsdelivery.engine.task;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of one of several tasks.
 *
 * @param input what it was for
 * @param end how it ended
 * @param taskArn its ARN, when it was started
 * @param result its own result, when it came to one
 * @param reason why it did not, empty when it did
 */
public record TaskOutcome(
        TaskInput input, End end, Optional<String> taskArn, Optional<TaskResult> result, String reason) {

    /** The ways to end. */
    public enum End {
        /** By itself, and well. */
        SUCCEEDED,
        /** Not well. */
        FAILED,
        /** Nobody knows how: ECS forgot it. */
        LOST,
        /** The time limit passed while it ran. */
        TIMED_OUT,
        /** ECS did not start it. */
        NOT_STARTED,
        /** The step stopped it, since another one failed. */
        STOPPED,
        /** The step did not start it any more. */
        SKIPPED
    }

    /** Returns the outcome of a task that came to a result of its own. */
    public static TaskOutcome of(TaskInput input, TaskResult result) {
        return new TaskOutcome(input, end(result), Optional.of(result.taskArn()), Optional.of(result), "");
    }

    static TaskOutcome without(TaskInput input, End end, String reason) {
        return new TaskOutcome(input, end, Optional.empty(), Optional.empty(), reason);
    }

    static TaskOutcome stopped(TaskInput input, String taskArn, String reason) {
        return new TaskOutcome(input, End.STOPPED, Optional.of(taskArn), Optional.empty(), reason);
    }

    private static End end(TaskResult result) {
        if (result instanceof TaskResult.Ended ended) {
            return ended.isSuccess() ? End.SUCCEEDED : End.FAILED;
        }
        return result instanceof TaskResult.Lost ? End.LOST : End.TIMED_OUT;
    }

    /** Tells whether its work is done. */
    public boolean isSuccess() {
        return end == End.SUCCEEDED;
    }

    /** Returns the exit code of its container, when there is one. */
    public Optional<Integer> exitCode() {
        return ended().flatMap(TaskResult.Ended::exitCode);
    }

    /** Returns how long it took, when it ended. */
    public Optional<Duration> took() {
        return ended().map(TaskResult.Ended::took);
    }

    private Optional<TaskResult.Ended> ended() {
        return result.filter(TaskResult.Ended.class::isInstance).map(TaskResult.Ended.class::cast);
    }
}
