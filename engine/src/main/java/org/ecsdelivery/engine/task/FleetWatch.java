package org.ecsdelivery.engine.task;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.ecs.TaskRunApi;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.task.TaskOutcome.End;
import org.ecsdelivery.engine.time.CallBudget;
import org.ecsdelivery.engine.time.Probe;

/** Keeps so many tasks running at once until each has its outcome. All of them are looked at in one call. */
final class FleetWatch implements Probe<List<TaskOutcome>> {
    /** CloudWatch Logs counts its calls apart from ECS, and allows many more (CloudWatch Logs user guide, "Quotas"). */
    private static final int LOG_CALLS_FOR_ONE = 5;

    private final TaskPlan plan;
    private final TaskRunApi tasks;
    private final TaskStop stop;
    private final EngineListener listener;
    private final CallBudget budget;
    private final Deque<FleetTask> waiting;
    private final List<FleetTask> active = new ArrayList<>();
    private final Map<Integer, TaskOutcome> outcomes = new TreeMap<>();
    private final String words;
    private int starts;

    FleetWatch(
            TaskPlan plan,
            List<FleetTask> all,
            TaskRunApi tasks,
            TaskStop stop,
            String words,
            InstantSource clock,
            EngineListener listener) {
        this.plan = plan;
        this.waiting = new ArrayDeque<>(all);
        this.tasks = tasks;
        this.stop = stop;
        this.words = words;
        this.listener = listener;
        this.budget = new CallBudget(clock, 0);
    }

    @Override
    public Optional<List<TaskOutcome>> look() {
        starts = 0;
        Map<String, TaskState> seen = seen();
        List.copyOf(active).forEach(each -> move(each, seen));
        while (!waiting.isEmpty() && active.size() < plan.settings().fanOut().atOnce()) {
            FleetTask next = waiting.remove();
            active.add(next);
            starts++;
            move(next, seen);
        }
        return active.isEmpty() && waiting.isEmpty() ? Optional.of(List.copyOf(outcomes.values())) : Optional.empty();
    }

    private Map<String, TaskState> seen() {
        List<String> arns = active.stream()
                .map(FleetTask::unfinished)
                .flatMap(Optional::stream)
                .toList();
        Collection<TaskState> answer =
                arns.isEmpty() ? List.of() : tasks.tasks(plan.settings().cluster(), arns);
        return answer.stream().collect(Collectors.toMap(TaskState::arn, Function.identity(), (one, other) -> other));
    }

    private void move(FleetTask task, Map<String, TaskState> seen) {
        // one that failed before may have ended this one
        if (active.contains(task)) {
            task.look(seen).ifPresent(outcome -> settle(task, outcome));
        }
    }

    private void settle(FleetTask task, TaskOutcome outcome) {
        active.remove(task);
        outcomes.put(task.input().number(), outcome);
        if (!outcome.isSuccess() && plan.settings().fanOut().stopAtFirstFailure()) {
            String why = "Task " + task.input().number() + " of " + words + " failed, and the first failure ends all";
            end(each -> each.stopped(stop, why), why);
        }
    }

    /** Ends everything because the time limit has passed. */
    List<TaskOutcome> timedOut() {
        String why = "The time limit of " + words + " has passed";
        end(each -> each.timedOut(stop, why), why);
        return List.copyOf(outcomes.values());
    }

    private void end(Function<FleetTask, TaskOutcome> outcome, String why) {
        active.forEach(each -> outcomes.put(each.input().number(), outcome.apply(each)));
        waiting.forEach(
                each -> outcomes.put(each.input().number(), TaskOutcome.without(each.input(), End.SKIPPED, why)));
        active.clear();
        waiting.clear();
    }

    /** Tells every task that runs to stop. */
    void stopAll(String why) {
        active.stream().map(FleetTask::unfinished).flatMap(Optional::stream).forEach(arn -> stop.stop(arn, why));
    }

    @Override
    public Duration beat() {
        int logs = active.stream().mapToInt(FleetTask::calls).sum();
        return budget.spend(1 + starts + (logs + LOG_CALLS_FOR_ONE - 1) / LOG_CALLS_FOR_ONE);
    }

    @Override
    public void stumbled(TransientFailure failure, Duration untilNext) {
        listener.on(new EngineEvent.Warned(
                "Looking again in " + untilNext.toSeconds() + " s, since a look failed: " + failure.getMessage()));
    }
}
