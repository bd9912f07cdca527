package org.ecsdelivery.engine.report;

import java.util.Optional;
import java.util.stream.Collectors;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.TaskParameters;
import org.ecsdelivery.common.settings.TaskSettings;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.task.TaskResult;
import org.ecsdelivery.engine.task.TaskResult.Ended;
import org.ecsdelivery.engine.task.TaskResult.Lost;
import org.ecsdelivery.engine.task.TaskResult.TimedOut;

/**
 * The last word on a task.
 *
 * @param kind what kind of build problem it is; empty for a success
 * @param text what happened, to which thing, the cause as reported, and what to do
 */
public record TaskVerdict(Optional<FailureKind> kind, String text) {

    /** Words the result of a task. */
    public static TaskVerdict of(TaskSettings settings, TaskResult result) {
        String task = "Task " + RevisionState.shortId(result.taskArn()) + " of " + settings.definition()
                + " in cluster " + settings.cluster();
        if (result instanceof Ended ended) {
            return ended.isSuccess()
                    ? new TaskVerdict(
                            Optional.empty(), task + " ended with exit code 0 after " + Amount.of(ended.took()) + ".")
                    : new TaskVerdict(Optional.of(FailureKind.TASK_FAILED), failed(task, ended));
        }
        if (result instanceof Lost lost) {
            return new TaskVerdict(
                    Optional.of(FailureKind.TASK_LOST),
                    task + " is no longer known to ECS, so nobody can tell how it ended. Last seen: " + lost.lastSeen()
                            + ". ECS keeps a stopped task for about an hour: the agent was held up for longer, or the"
                            + " cluster was deleted. Look at its log in CloudWatch Logs.");
        }
        TimedOut late = (TimedOut) result;
        return new TaskVerdict(
                Optional.of(FailureKind.TIMED_OUT),
                task + " did not end within " + Amount.of(late.limit()) + ". Last seen: " + late.lastSeen() + ". "
                        + (late.stopped() ? "It was told to stop." : "It may run on: it could not be told to stop.")
                        + " Raise " + named(TaskParameters.TIMEOUT) + " if it needs longer.");
    }

    private static String failed(String task, Ended ended) {
        TaskState state = ended.task();
        String code = state.stopCode().map(each -> " (" + each + ")").orElse("");
        String reason =
                state.stoppedReason().map(each -> ". ECS: " + withoutStop(each)).orElse("");
        String containers = ended.failed().stream()
                .map(each -> "container " + each.name() + ": " + FailedTaskSentences.end(each))
                .collect(Collectors.joining("; "));
        String what = ended.endedByItself() || !ended.failed().isEmpty()
                ? " did not end well"
                : " was stopped before it ended by itself";
        return task + what + code + (containers.isEmpty() ? "" : ": " + withoutStop(containers)) + reason + "."
                + " Its log stands in the build log; mend the cause and run the step again.";
    }

    private static String named(Parameter parameter) {
        return parameter.label() + " (" + parameter.name() + ")";
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
