package org.ecsdelivery.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.TaskSettings;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.task.TaskInput;
import org.ecsdelivery.engine.task.TaskOutcome;
import org.ecsdelivery.engine.task.TaskOutcome.End;
import org.ecsdelivery.engine.task.TaskResult;

/**
 * What came of all the tasks of a step: the last word, a table and a document.
 *
 * @param settings the settings
 * @param outcomes one for each task, in their order
 */
public record TaskSummary(TaskSettings settings, List<TaskOutcome> outcomes) {
    private static final int NAMED = 5;
    private static final List<String> HEAD = List.of("Task", "Result", "Exit code", "Time", "ECS task", "Input");

    /** Copies the list. */
    public TaskSummary {
        outcomes = List.copyOf(outcomes);
    }

    /** Returns the summary of one task alone. */
    public static TaskSummary of(TaskSettings settings, TaskResult result) {
        return new TaskSummary(settings, List.of(TaskOutcome.of(new TaskInput(1, ""), result)));
    }

    /** Returns how many did not end well. */
    public long failed() {
        return outcomes.stream().filter(each -> !each.isSuccess()).count();
    }

    /** Returns the last word. */
    public TaskVerdict verdict() {
        if (settings.fanOut().isOne()
                && outcomes.size() == 1
                && outcomes.get(0).result().isPresent()) {
            return TaskVerdict.of(settings, outcomes.get(0).result().get());
        }
        String of = " of " + settings.definition() + " in cluster " + settings.cluster();
        if (failed() == 0) {
            return new TaskVerdict(Optional.empty(), Amount.of(outcomes.size(), "task") + of + " ended well.");
        }
        return new TaskVerdict(
                Optional.of(kind()),
                failed() + " of " + Amount.of(outcomes.size(), "task") + of + " did not end well. " + named()
                        + " The logs stand in the build log, every task in the artifact ecs-delivery/tasks.json.");
    }

    /** What failed by itself tells more than what the time limit, or another one's failure, ended. */
    private FailureKind kind() {
        return List.of(
                        Optional.of(FailureKind.TASK_FAILED).filter(kind -> has(End.FAILED)),
                        Optional.of(FailureKind.TASK_NOT_STARTED).filter(kind -> has(End.NOT_STARTED)),
                        Optional.of(FailureKind.TASK_LOST).filter(kind -> has(End.LOST)))
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(FailureKind.TIMED_OUT);
    }

    private boolean has(End end) {
        return outcomes.stream().anyMatch(each -> each.end() == end);
    }

    private String named() {
        String first = outcomes.stream()
                .filter(each -> !each.isSuccess())
                .limit(NAMED)
                .map(TaskSummary::name)
                .collect(Collectors.joining("; "));
        return first + (failed() > NAMED ? "; and " + (failed() - NAMED) + " more." : ".");
    }

    private static String name(TaskOutcome outcome) {
        TaskInput input = outcome.input();
        return "Task " + input.number() + (input.text().isEmpty() ? "" : " (" + input.text() + ")") + ": "
                + outcome.end()
                + outcome.exitCode().map(code -> ", exit code " + code).orElse("");
    }

    /** Returns a line for each task, below a line of heads. */
    public List<String> table() {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        outcomes.forEach(each -> rows.add(row(each)));
        return TextTable.of(rows);
    }

    private static List<String> row(TaskOutcome outcome) {
        return List.of(
                Integer.toString(outcome.input().number()),
                outcome.end().name(),
                outcome.exitCode().map(Object::toString).orElse("-"),
                outcome.took().map(Amount::of).orElse("-"),
                outcome.taskArn().map(RevisionState::shortId).orElse("-"),
                outcome.input().text());
    }

    /** Returns why, for each that did not end well. */
    public List<String> reasons() {
        return outcomes.stream()
                .filter(each -> !each.isSuccess())
                .map(each -> name(each) + ". " + reason(each))
                .toList();
    }

    String reason(TaskOutcome outcome) {
        return outcome.result()
                .filter(result -> !outcome.isSuccess())
                .map(result -> TaskVerdict.of(settings, result).text())
                .orElse(outcome.reason());
    }

    /** Returns the document, JSON. */
    public String json() {
        return TaskJson.of(this);
    }
}
