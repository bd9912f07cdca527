package org.ecsdelivery.engine.task;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.RunFailure;
import org.ecsdelivery.engine.ecs.TaskRunApi;
import org.ecsdelivery.engine.ecs.TaskRunApi.Attempt;
import org.ecsdelivery.engine.ecs.TaskRunApi.Order;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.TaskEvent;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.time.Probe;

/**
 * Asks for the task until ECS has room for it. An answer without a task is final for its request, so the next one gets a new
 * token; a request without an answer is repeated under its own, by which ECS gives the task it may have started already.
 */
final class TaskStart implements Probe<TaskState> {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final TaskRunApi tasks;
    private final IntFunction<Order> orders;
    private final EngineListener listener;
    private int refused;
    private List<RunFailure> lastFailures = List.of();

    TaskStart(TaskRunApi tasks, IntFunction<Order> orders, EngineListener listener) {
        this.tasks = tasks;
        this.orders = orders;
        this.listener = listener;
    }

    @Override
    public Optional<TaskState> look() {
        Order order = orders.apply(refused);
        Attempt attempt = tasks.run(order);
        if (attempt.task().isEmpty()) {
            refused++;
            lastFailures = attempt.failures();
            if (lastFailures.isEmpty() || !lastFailures.stream().allMatch(RunFailure::mayPass)) {
                throw notStarted(order);
            }
            listener.on(new TaskEvent.NoRoom(lastFailures, beat()));
        }
        return attempt.task();
    }

    private EngineException notStarted(Order order) {
        return new EngineException(
                FailureKind.TASK_NOT_STARTED,
                "ECS did not start a task of " + RevisionState.shortId(order.taskDefinition()) + " in cluster "
                        + order.cluster(),
                reasons(),
                "Waiting does not mend this: look at the task definition, at the cluster and at Run on (task.launch).");
    }

    EngineException noRoomInTime(Duration limit) {
        Order order = orders.apply(refused);
        return new EngineException(
                FailureKind.TIMED_OUT,
                "ECS had no room for a task of " + RevisionState.shortId(order.taskDefinition()) + " in cluster "
                        + order.cluster() + " within " + limit.toMinutes() + " min",
                reasons(),
                "Give the cluster more capacity, or raise Time limit, minutes (task.timeoutMinutes).");
    }

    private String reasons() {
        return lastFailures.stream().map(RunFailure::toString).distinct().collect(Collectors.joining("; "));
    }

    @Override
    public Duration beat() {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(refused - 1, 0), 5));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    @Override
    public void stumbled(TransientFailure failure, Duration untilNext) {
        listener.on(new EngineEvent.Warned(
                "Asking again in " + untilNext.toSeconds() + " s, since a request failed: " + failure.getMessage()));
    }
}
