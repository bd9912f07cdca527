package org.ecsdelivery.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.ecsdelivery.engine.ecs.TaskRunApi.Order;
import org.ecsdelivery.engine.event.TaskEvent;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.report.TaskSummary;
import org.ecsdelivery.engine.report.TaskVerdict;
import org.ecsdelivery.engine.task.TaskOutcome.End;
import org.junit.jupiter.api.Test;

class TaskFleetTest {
    private final TaskRunOnTest step = new TaskRunOnTest().fanOut(2, false);

    private void exit(int second, int number, int code) {
        step.at(second, () -> step.tasks.exitOf(number, code));
    }

    private TaskVerdict verdict(List<TaskOutcome> outcomes) {
        return new TaskSummary(step.settings, outcomes).verdict();
    }

    @Test
    void givesEachTaskItsInputAndItsNumber() {
        exit(10, 1, 0);
        exit(10, 2, 0);

        step.runAll("a.mov", "b {number}.mov");

        assertThat(step.tasks.orders())
                .extracting(order -> order.overrides().command())
                .containsExactly(List.of("convert", "a.mov"), List.of("convert", "b {number}.mov"));
        assertThat(step.tasks.orders())
                .extracting(order -> order.overrides().environment().get("PART"))
                .containsExactly("1 of a.mov", "2 of b {number}.mov");
        assertThat(step.tasks.orders()).extracting(Order::token).doesNotHaveDuplicates();
    }

    @Test
    void runsNoMoreAtOnceThanAllowed() {
        exit(10, 1, 0);
        exit(30, 2, 0);
        exit(60, 3, 0);
        step.at(5, () -> assertThat(step.tasks.running()).isEqualTo(2));
        step.at(9, () -> assertThat(step.tasks.orders()).hasSize(2));
        step.at(28, () -> assertThat(step.tasks.orders()).hasSize(3));

        assertThat(step.runAll("a", "b", "c")).allMatch(TaskOutcome::isSuccess).hasSize(3);
    }

    @Test
    void tellsTheOutcomesInTheOrderOfTheInputs() {
        exit(10, 2, 3);
        exit(30, 1, 0);

        List<TaskOutcome> outcomes = step.runAll("a", "b");

        assertThat(outcomes).extracting(outcome -> outcome.input().text()).containsExactly("a", "b");
        assertThat(outcomes).extracting(TaskOutcome::end).containsExactly(End.SUCCEEDED, End.FAILED);
        assertThat(outcomes.get(1).exitCode()).hasValue(3);
    }

    @Test
    void looksAtAllTasksInOneCall() {
        step.fanOut(50, false);
        String[] inputs = new String[50];
        for (int at = 0; at < inputs.length; at++) {
            inputs[at] = "input" + at;
            exit(120, at + 1, 0);
        }

        assertThat(step.runAll(inputs)).allMatch(TaskOutcome::isSuccess);
        assertThat(step.tasks.looks()).isLessThan(60);
    }

    @Test
    void saysWhichTaskWroteALine() {
        step.at(5, () -> step.writes("app", "frame 1"));
        exit(10, 1, 0);
        exit(10, 2, 0);

        step.runAll("a", "b");

        assertThat(step.told()).contains("[1] frame 1");
    }

    @Test
    void runsTheOthersToTheirEndWhenOneFails() {
        exit(10, 1, 1);
        exit(40, 2, 0);
        exit(50, 3, 0);

        List<TaskOutcome> outcomes = step.runAll("a", "b", "c");

        assertThat(outcomes).extracting(TaskOutcome::end).containsExactly(End.FAILED, End.SUCCEEDED, End.SUCCEEDED);
        assertThat(verdict(outcomes)).satisfies(verdict -> {
            assertThat(verdict.kind()).hasValue(FailureKind.TASK_FAILED);
            assertThat(verdict.text())
                    .startsWith("1 of 3 tasks of migrate in cluster prod did not end well.")
                    .contains("Task 1 (a): FAILED, exit code 1");
        });
    }

    @Test
    void endsAllAtTheFirstFailureWhenToldTo() {
        step.fanOut(2, true);
        exit(10, 1, 1);

        List<TaskOutcome> outcomes = step.runAll("a", "b", "c");

        assertThat(outcomes).extracting(TaskOutcome::end).containsExactly(End.FAILED, End.STOPPED, End.SKIPPED);
        assertThat(step.tasks.orders()).hasSize(2);
        assertThat(step.tasks.stops())
                .containsExactly(
                        "Task 1 of TeamCity build 1.4.2 of Shop_Migrate failed, and the first failure ends all");
        assertThat(verdict(outcomes).text()).startsWith("3 of 3 tasks of migrate in cluster prod did not end well");
    }

    @Test
    void waitsForRoomForOneWhileTheOthersRun() {
        step.tasks.refuse("RESOURCE:MEMORY");
        exit(30, 1, 0);
        exit(30, 2, 0);

        assertThat(step.runAll("a", "b")).allMatch(TaskOutcome::isSuccess);
        assertThat(step.events.of(TaskEvent.NoRoom.class)).hasSize(1);
        assertThat(step.tasks.orders()).hasSize(3);
    }

    @Test
    void runsTheOthersWhenEcsDoesNotStartOne() {
        step.tasks.refuse("ATTRIBUTE");
        exit(30, 1, 0);

        List<TaskOutcome> outcomes = step.runAll("a", "b");

        assertThat(outcomes).extracting(TaskOutcome::end).containsExactly(End.NOT_STARTED, End.SUCCEEDED);
        assertThat(outcomes.get(0).reason()).contains("ATTRIBUTE");
    }

    @Test
    void startsATaskOnceAlthoughItsRequestHadNoAnswer() {
        step.tasks.throttle("ecs:RunTask");
        exit(60, 1, 0);
        exit(60, 2, 0);

        assertThat(step.runAll("a", "b")).allMatch(TaskOutcome::isSuccess);
        assertThat(step.tasks.orders()).hasSize(3);
        assertThat(step.tasks.orders().stream().map(Order::token).distinct()).hasSize(2);
    }

    @Test
    void stopsWhatRunsAndStartsNoMoreWhenTheTimeLimitPasses() {
        exit(10, 1, 0);

        List<TaskOutcome> outcomes = step.runAll("a", "b", "c", "d");

        assertThat(outcomes)
                .extracting(TaskOutcome::end)
                .containsExactly(End.SUCCEEDED, End.TIMED_OUT, End.TIMED_OUT, End.SKIPPED);
        assertThat(step.tasks.stops()).hasSize(2);
        assertThat(verdict(outcomes).kind()).hasValue(FailureKind.TIMED_OUT);
    }

    @Test
    void stopsEveryTaskWhenTheBuildIsStopped() {
        step.at(30, () -> step.cancellation.cancel("the build was stopped"));

        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> step.runAll("a", "b", "c"));

        assertThat(step.tasks.stops()).hasSize(2);
        assertThat(step.tasks.running()).isZero();
    }

    @Test
    void stopsEveryTaskWhenTheyCannotBeFollowed() {
        step.at(5, () -> step.tasks.fail("ecs:DescribeTasks", new AccessDenied("ecs:DescribeTasks", "x", "no", null)));

        assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> step.runAll("a", "b"));

        assertThat(step.tasks.running()).isZero();
    }

    @Test
    void forgetsNoTaskThatEcsForgot() {
        step.at(90, step.tasks::forget);

        assertThat(step.runAll("a")).extracting(TaskOutcome::end).containsExactly(End.LOST);
    }

    @Test
    void tabulatesTheOutcomes() {
        exit(10, 1, 0);
        exit(10, 2, 137);

        TaskSummary summary = new TaskSummary(step.settings, step.runAll("a.mov", "b.mov"));

        assertThat(summary.table())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(0)).matches("Task +Result +Exit code +Time +ECS task +Input"))
                .satisfies(lines -> assertThat(lines.get(2)).matches("2 +FAILED +137 +1\\d s +task2 +b.mov"));
        assertThat(summary.reasons())
                .singleElement()
                .asString()
                .startsWith(
                        "Task 2 (b.mov): FAILED, exit code 137. Task task2 of migrate in cluster prod did not end well")
                .contains("container app: exit code 137 (");
        assertThat(summary.json())
                .contains("\"format\" : 1", "\"input\" : \"a.mov\"", "\"exitCode\" : 137", "\"result\" : \"FAILED\"")
                .contains("\"failed\" : 1");
    }

    @Test
    void tabulatesOneTaskAsWell() {
        TaskRunOnTest one = new TaskRunOnTest();
        one.at(10, () -> one.tasks.exit(0));

        TaskSummary summary = TaskSummary.of(one.settings, one.run());

        assertThat(summary.verdict().text()).contains("ended with exit code 0");
        assertThat(summary.json()).contains("\"count\" : 1", "\"task\" : \"" + "arn:aws:ecs:");
    }
}
