package org.ecsdelivery.engine.deploy;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.Migration;
import org.ecsdelivery.common.settings.MigrationParameters;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.TaskState.ContainerState;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.task.TaskResult;

/** Words what keeps a migration from ending well, in the options of the deploy step. */
final class MigrationFailures {
    private static final String LIMIT =
            "Raise " + MigrationParameters.TIMEOUT.label() + " (" + MigrationParameters.TIMEOUT.name() + ")";

    private final DeploySettings settings;
    private final Migration migration;
    private final String revision;

    MigrationFailures(DeploySettings settings, Migration migration, String revision) {
        this.settings = settings;
        this.migration = migration;
        this.revision = RevisionState.shortId(revision);
    }

    /** Makes calls and says what a failure means for the service. */
    TaskResult naming(Supplier<TaskResult> calls) {
        try {
            return calls.get();
        } catch (EngineException failure) {
            if (failure.kind() == FailureKind.MIGRATION_FAILED) {
                throw failure;
            }
            throw new EngineException(
                    failure.kind(),
                    what() + " could not be run to its end, so no service was changed",
                    failure.fact() + failure.reported().map(each -> ": " + each).orElse(""),
                    remedy(failure),
                    failure);
        }
    }

    private static String remedy(EngineException failure) {
        return switch (failure.kind()) {
            case TIMED_OUT -> "Give the cluster more capacity, or raise " + LIMIT.substring("Raise ".length()) + ".";
            case TASK_NOT_STARTED, INVALID_PARAMETERS ->
                "The task runs where the tasks of the service do: look at the task definition, and at the capacity and"
                        + " the network of the service.";
            default -> failure.remedy().orElse("");
        };
    }

    EngineException earlierNeverEnds(String tasks) {
        return failed(
                "waited " + minutes() + " for an earlier one of this service, task " + tasks + ", which has not ended",
                "Look at that task; stop it in the ECS console if it hangs, and run the step again.");
    }

    void requireSuccess(TaskResult result) {
        String task = "Task " + RevisionState.shortId(result.taskArn());
        if (result instanceof TaskResult.TimedOut late) {
            throw failed(
                    task + " did not end within " + minutes() + ", last seen " + late.lastSeen()
                            + (late.stopped() ? ", and was told to stop" : ", and could not be told to stop"),
                    LIMIT + " if it needs longer.");
        }
        if (result instanceof TaskResult.Lost lost) {
            throw failed(
                    task + " is no longer known to ECS, last seen " + lost.lastSeen(),
                    "Look at its log in CloudWatch Logs, and run the step again.");
        }
        TaskResult.Ended ended = (TaskResult.Ended) result;
        if (!ended.isSuccess()) {
            throw failed(
                    task + " " + end(ended),
                    "Its log stands in the build log; mend the cause and run the step again. " + revision
                            + " stays registered, and no service runs it.");
        }
    }

    private static String end(TaskResult.Ended ended) {
        String containers = ended.failed().stream().map(MigrationFailures::end).collect(Collectors.joining("; "));
        String reason =
                ended.task().stoppedReason().map(each -> " (" + each + ")").orElse("");
        return (containers.isEmpty() ? "was stopped before it ended by itself" : containers) + reason;
    }

    private static String end(ContainerState container) {
        return "container " + container.name()
                + container
                        .exitCode()
                        .map(code -> " ended with exit code " + code)
                        .orElse(" has no exit code")
                + container.reason().map(each -> ", " + each).orElse("");
    }

    private EngineException failed(String reported, String remedy) {
        return new EngineException(
                FailureKind.MIGRATION_FAILED, what() + " failed, so no service was changed", reported, remedy);
    }

    private String what() {
        return "The migration before the deployment of " + revision + " to service " + settings.service()
                + " in cluster " + settings.cluster();
    }

    private String minutes() {
        return migration.timeout().toMinutes() + " min";
    }
}
