package org.ecsdelivery.engine.deploy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ecsdelivery.engine.ecs.ContainerLogApi;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.TransientFailure;

/** Finds the tasks of our deployment that failed, and what their containers wrote last. */
final class FailedTasks {
    private static final int LOGS_OF_TASKS = 3;
    /** What ECS writes when it replaces a task on purpose (ECS developer guide, "Stopped task error messages"). */
    private static final String ON_PURPOSE = "Scaling activity initiated by";

    /** As in "Task failed ELB health checks in (target-group ...)". */
    private static final String UNHEALTHY = "health checks";

    private final Fleet fleet;
    private final ContainerLogApi logs;
    private final RevisionState base;
    private final int logLines;
    private final Sight sight;
    private final EngineListener listener;
    private final Set<String> known = new HashSet<>();
    private List<TaskState> stopping = List.of();
    private boolean someAreUnseen;
    private int digests;

    /**
     * Looks at nothing yet.
     *
     * @param logLines how many of its last log lines each failed container is shown with
     */
    FailedTasks(
            Fleet fleet, ContainerLogApi logs, RevisionState base, int logLines, Sight sight, EngineListener listener) {
        this.fleet = fleet;
        this.logs = logs;
        this.base = base;
        this.logLines = logLines;
        this.sight = sight;
        this.listener = listener;
    }

    /** Tells whether a task of our deployment was on its way out at the last look, so that its end is still to be told. */
    boolean areSomeStopping() {
        return !stopping.isEmpty() || someAreUnseen;
    }

    /** Returns those of them that ECS stops because they are unhealthy. */
    List<TaskState> unhealthy() {
        return stopping.stream()
                .filter(task -> task.stoppedReason().orElse("").contains(UNHEALTHY))
                .toList();
    }

    /** Tells of every failed task of the deployment that was not told of before, once its end is known. */
    void tell(String deployment) {
        tell(deployment, FailedTasks::isOver);
    }

    /** What never ran has nothing more to tell, although ECS still takes a while to give its network interface back. */
    private static boolean isOver(TaskState task) {
        boolean ran =
                task.containers().stream().anyMatch(each -> each.exitCode().isPresent());
        return task.isStopped() || task.status().hasReached(TaskStatus.DEPROVISIONING) && !ran;
    }

    /** Tells of every failed task that was not told of before, also of those on their way out: there will be no other look. */
    void tellAll(String deployment) {
        tell(deployment, task -> true);
    }

    /** What failed matters less than what becomes of the deployment: a look that fails here is made again, and goes on. */
    private void tell(String deployment, Predicate<TaskState> ripe) {
        try {
            tellFresh(deployment, ripe);
        } catch (TransientFailure unseen) {
            if (!someAreUnseen) {
                listener.on(new EngineEvent.Warned("Failed tasks cannot be told for now: " + unseen.getMessage()));
            }
            someAreUnseen = true;
        }
    }

    private void tellFresh(String deployment, Predicate<TaskState> ripe) {
        List<TaskState> fresh = sight.of(Sight.View.TASKS, List.of(), () -> fleet.stoppedTasks(known));
        fresh.stream()
                .filter(ripe)
                .filter(task -> known.add(task.arn()))
                .filter(task -> isFailureOf(task, deployment))
                .forEach(task -> listener.on(new DeployEvent.TaskFailed(task, logLines(task))));
        someAreUnseen = false;
        stopping = fresh.stream()
                .filter(task -> !known.contains(task.arn()) && isFailureOf(task, deployment))
                .toList();
    }

    private static boolean isFailureOf(TaskState task, String deployment) {
        return task.startedBy().equals(deployment)
                && !task.stoppedReason().orElse("").startsWith(ON_PURPOSE);
    }

    private List<String> logLines(TaskState task) {
        if (logLines == 0 || ++digests > LOGS_OF_TASKS) {
            return List.of();
        }
        return task.containers().stream()
                .filter(each -> each.exitCode().filter(code -> code == 0).isEmpty())
                .flatMap(each -> linesOf(task, each.name()).stream())
                .toList();
    }

    private List<String> linesOf(TaskState task, String container) {
        return base.containers().stream()
                .filter(each -> each.name().value().equals(container))
                .flatMap(each -> each.log().stream())
                .flatMap(log -> tail(log, log.streamPrefix() + "/" + container + "/" + task.id()).stream())
                .toList();
    }

    private List<String> tail(RevisionState.LogTarget log, String stream) {
        try {
            return sight.of(Sight.View.LOGS, List.of(), () -> logs.tail(log.group(), stream, logLines));
        } catch (EngineException unread) {
            listener.on(new EngineEvent.Warned("The log of the failed task cannot be shown: " + unread.getMessage()));
            return List.of();
        }
    }
}
