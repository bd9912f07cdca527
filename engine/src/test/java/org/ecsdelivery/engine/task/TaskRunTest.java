package org.ecsdelivery.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import org.ecsdelivery.common.settings.LaunchOn;
import org.ecsdelivery.common.settings.TaskPlacement;
import org.ecsdelivery.engine.ecs.InMemoryTaskRuns;
import org.ecsdelivery.engine.ecs.TaskRunApi.Order;
import org.ecsdelivery.engine.ecs.TaskState.ContainerState;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.EngineEvent.PhaseFinished;
import org.ecsdelivery.engine.event.TaskEvent;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.report.TaskVerdict;
import org.ecsdelivery.engine.task.TaskResult.Ended;
import org.ecsdelivery.engine.task.TaskResult.Lost;
import org.ecsdelivery.engine.task.TaskResult.TimedOut;
import org.junit.jupiter.api.Test;

class TaskRunTest {
    private final TaskRunOnTest step = new TaskRunOnTest();

    // --- a good end

    @Test
    void endsWithTheTask() {
        step.at(10, () -> step.tasks.move(TaskStatus.RUNNING)).at(30, () -> step.tasks.exit(0));

        assertThat(step.run()).isInstanceOfSatisfying(Ended.class, ended -> {
            assertThat(ended.isSuccess()).isTrue();
            assertThat(ended.exitCode()).hasValue(0);
            assertThat(ended.took()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(34));
        });
        assertThat(step.time.elapsed()).isLessThan(Duration.ofSeconds(42));
    }

    @Test
    void asksForTheTaskAsTheSettingsSay() {
        step.at(10, () -> step.tasks.exit(0));
        step.run();

        Order order = step.tasks.orders().get(0);
        assertThat(step.tasks.orders()).hasSize(1);
        assertThat(order.taskDefinition()).isEqualTo(InMemoryTaskRuns.REVISION);
        assertThat(order.container()).hasToString("app");
        assertThat(order.overrides()).isEqualTo(step.settings.overrides());
        assertThat(order.placement()).isEqualTo(step.settings.placement());
        assertThat(order.startedBy()).isEqualTo("teamcity-build-42");
        assertThat(order.tags()).containsEntry("a", "b");
    }

    @Test
    void tellsHowTheTaskMovesOn() {
        step.at(5, () -> step.tasks.move(TaskStatus.PENDING))
                .at(10, () -> step.tasks.move(TaskStatus.RUNNING))
                .at(20, () -> step.tasks.exit(0));
        step.run();

        assertThat(step.events.of(TaskEvent.TaskSeen.class))
                .extracting(seen -> seen.task().status())
                .containsExactly(TaskStatus.PENDING, TaskStatus.RUNNING, TaskStatus.STOPPED);
    }

    @Test
    void givesASignOfLifeInEveryMinuteOfSilence() {
        step.at(5, () -> step.tasks.move(TaskStatus.RUNNING)).at(200, () -> step.tasks.exit(0));
        step.run();

        assertThat(step.events.of(TaskEvent.TaskSeen.class)).hasSizeBetween(4, 5);
    }

    // --- the log

    @Test
    void tellsWhatTheContainerWritesWhileItRunsAndToTheEnd() {
        step.at(10, () -> step.writes("app", "first"))
                .at(20, () -> step.tasks.exit(0))
                .at(22, () -> step.writes("app", "last words"));
        step.run();

        assertThat(step.events.of(TaskEvent.LogWritten.class))
                .extracting(TaskEvent.LogWritten::text)
                .containsExactly("first", "last words");
        assertThat(step.told()).contains("first", "last words");
    }

    @Test
    void ordersTheLinesOfSeveralContainersByTheirMoments() {
        TaskRunOnTest two = new TaskRunOnTest(new InMemoryTaskRuns("app").withBystander("proxy")).container("app");
        two.at(3, () -> two.writes("proxy", "1"))
                .at(3, () -> two.writes("app", "2"))
                .at(4, () -> two.writes("proxy", "3"))
                .at(5, () -> two.writes("app", "4"))
                .at(20, () -> two.tasks.exit(0, 0));
        two.run();

        assertThat(two.told())
                .filteredOn(line -> line.startsWith("["))
                .containsExactlyInAnyOrder("[proxy] 1", "[app] 2", "[proxy] 3", "[app] 4")
                .satisfies(lines -> assertThat(lines.indexOf("[proxy] 3")).isLessThan(lines.indexOf("[app] 4")));
    }

    @Test
    void runsTheTaskAlthoughItsLogMayNotBeRead() {
        step.logs.denying("logs:GetLogEvents");
        step.at(10, () -> step.tasks.exit(0));

        assertThat(step.run()).isInstanceOf(Ended.class);
        assertThat(step.warnings())
                .singleElement()
                .asString()
                .contains("The log of container app cannot be shown")
                .contains("logs:GetLogEvents");
    }

    @Test
    void losesNoLineWhenALookFails() {
        step.at(3, () -> step.writes("app", "one"))
                .at(4, () -> step.tasks.throttle("ecs:DescribeTasks"))
                .at(4, () -> step.logs.throttle(1))
                .at(6, () -> step.writes("app", "two"))
                .at(30, () -> step.tasks.exit(0));
        step.run();

        assertThat(step.events.of(TaskEvent.LogWritten.class))
                .extracting(TaskEvent.LogWritten::text)
                .containsExactly("one", "two");
        assertThat(step.warnings()).isNotEmpty().allMatch(warning -> warning.startsWith("Looking again in "));
    }

    // --- a bad end

    @Test
    void failsWithTheExitCodeAndItsMeaning() {
        step.at(10, () -> step.tasks.exit(127));

        assertThat(step.verdict()).satisfies(verdict -> {
            assertThat(verdict.kind()).hasValue(FailureKind.TASK_FAILED);
            assertThat(verdict.text())
                    .contains("Task task1 of migrate in cluster prod did not end well (EssentialContainerExited)")
                    .contains("container app: exit code 127 (the command was not found)")
                    .contains("ECS: Essential container in task exited.");
        });
    }

    @Test
    void failsWhenTheTaskNeverStarts() {
        step.at(
                10,
                () -> step.tasks.end(
                        "TaskFailedToStart",
                        "CannotPullContainerError: not found",
                        new ContainerState(
                                "app", Optional.empty(), Optional.of("CannotPullContainerError: not found"))));

        assertThat(step.verdict().text())
                .contains("TaskFailedToStart")
                .contains("container app: no exit code, CannotPullContainerError: not found");
    }

    @Test
    void failsWhenSomebodyStoppedTheTaskHoweverWellItTookThat() {
        step.at(
                10,
                () -> step.tasks.end(
                        "UserInitiated",
                        "Task stopped by user",
                        new ContainerState("app", Optional.of(0), Optional.empty())));

        assertThat(step.verdict()).satisfies(verdict -> {
            assertThat(verdict.kind()).hasValue(FailureKind.TASK_FAILED);
            assertThat(verdict.text()).contains("was stopped before it ended by itself (UserInitiated)");
        });
    }

    @Test
    void failsWhenAnotherEssentialContainerFails() {
        TaskRunOnTest two = new TaskRunOnTest(new InMemoryTaskRuns("app", "agent")).container("app");
        two.at(10, () -> two.tasks.exit(0, 1));

        assertThat(two.verdict().text()).contains("container agent: exit code 1");
    }

    @Test
    void doesNotBlameAnotherEssentialContainerThatEcsEnded() {
        TaskRunOnTest two = new TaskRunOnTest(new InMemoryTaskRuns("app", "agent")).container("app");
        two.at(10, () -> two.tasks.exit(0, 143));

        assertThat(two.verdict().kind()).isEmpty();
    }

    @Test
    void blamesTheContainerThatCountsWhateverEndedIt() {
        TaskRunOnTest two = new TaskRunOnTest(new InMemoryTaskRuns("app", "agent")).container("app");
        two.at(10, () -> two.tasks.exit(143, 0));

        assertThat(two.verdict().text()).contains("container app: exit code 143");
    }

    @Test
    void doesNotJudgeContainersThatAreNotEssential() {
        TaskRunOnTest two = new TaskRunOnTest(new InMemoryTaskRuns("app").withBystander("proxy")).container("app");
        two.at(10, () -> two.tasks.exit(0, 1));

        assertThat(two.verdict().kind()).isEmpty();
    }

    @Test
    void saysThatNobodyKnowsTheEndOfATaskThatEcsForgot() {
        step.at(10, () -> step.tasks.move(TaskStatus.RUNNING)).at(90, step.tasks::forget);

        TaskResult result = step.run();

        assertThat(result).isEqualTo(new Lost(result.taskArn(), "RUNNING"));
        assertThat(kindOf(result)).hasValue(FailureKind.TASK_LOST);
    }

    private Optional<FailureKind> kindOf(TaskResult result) {
        return TaskVerdict.of(step.settings, result).kind();
    }

    @Test
    void saysWhichPermissionItLacks() {
        step.tasks.fail("ecs:RunTask", new AccessDenied("ecs:RunTask", "migrate:7", "no", null));

        assertThatExceptionOfType(AccessDenied.class).isThrownBy(step::run);
        assertThat(step.events.all()).last().isInstanceOf(PhaseFinished.class);
    }

    // --- what does not fit

    @Test
    void wantsToKnowWhichOfSeveralContainersCounts() {
        TaskRunOnTest two = new TaskRunOnTest(new InMemoryTaskRuns("app", "agent"));

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(two::run)
                .withMessageContaining("migrate:7 has several containers (app, agent)")
                .withMessageContaining("Container (task.container)");
        assertThat(two.tasks.orders()).isEmpty();
    }

    @Test
    void namesTheContainersWhenThereIsNoneOfTheGivenName() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(step.container("web")::run)
                .withMessageContaining("has no container web, only app");
    }

    @Test
    void asksForSubnetsWhereTheTaskNeedsThem() {
        TaskRunOnTest own = new TaskRunOnTest(new InMemoryTaskRuns("app").withOwnNetwork());

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(own::run)
                .withMessageContaining("awsvpc")
                .withMessageContaining("Subnets (task.subnets)");
        assertThat(own.tasks.orders()).isEmpty();
    }

    @Test
    void refusesSubnetsWhereATaskHasNone() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(step.subnet("subnet-1")::run)
                .withMessageContaining("uses network mode bridge");
    }

    @Test
    void runsWhereAServiceRuns() {
        TaskRunOnTest own = new TaskRunOnTest(new InMemoryTaskRuns("app").withOwnNetwork()).asService("web");
        own.at(10, () -> own.tasks.exit(0));
        own.run();

        TaskPlacement place = own.tasks.orders().get(0).placement();
        assertThat(place.launch()).isEqualTo(LaunchOn.FARGATE);
        assertThat(place.network().orElseThrow().subnets()).containsExactly("subnet-0a1b2c3d4e5f60718");
    }

    @Test
    void leavesTheNetworkOfAServiceAsideWhereATaskHasNone() {
        step.asService("web").at(10, () -> step.tasks.exit(0)).run();

        assertThat(step.tasks.orders().get(0).placement().network()).isEmpty();
    }

    // --- no room

    @Test
    void waitsForRoom() {
        step.tasks.refuse("RESOURCE:MEMORY");
        step.tasks.refuse("Capacity is unavailable at this time. Please try again later");
        step.at(60, () -> step.tasks.exit(0));

        assertThat(step.run()).isInstanceOf(Ended.class);
        assertThat(step.tasks.orders()).hasSize(3).extracting(Order::token).doesNotHaveDuplicates();
        assertThat(step.told()).contains("ECS has no room for the task: RESOURCE:MEMORY. Asking again in 5 s.");
    }

    @Test
    void doesNotWaitForWhatWaitingDoesNotMend() {
        step.tasks.refuse("ATTRIBUTE");

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(step::run)
                .withMessageContaining("ECS did not start a task of migrate:7 in cluster prod: ATTRIBUTE.")
                .extracting(EngineException::kind)
                .isEqualTo(FailureKind.TASK_NOT_STARTED);
        assertThat(step.tasks.orders()).hasSize(1);
    }

    @Test
    void saysThatThereWasNoRoomInTime() {
        for (int times = 0; times < 100; times++) {
            step.tasks.refuse("RESOURCE:CPU");
        }

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(step::run)
                .withMessageContaining(
                        "had no room for a task of migrate:7 in cluster prod within 10 min: RESOURCE:CPU.")
                .extracting(EngineException::kind)
                .isEqualTo(FailureKind.TIMED_OUT);
        assertThat(step.time.elapsed()).isEqualTo(Duration.ofMinutes(10));
        assertThat(step.tasks.orders()).hasSizeLessThan(20);
    }

    @Test
    void repeatsARequestWithoutAnswerUnderItsToken() {
        step.tasks.throttle("ecs:RunTask");
        step.at(60, () -> step.tasks.exit(0));
        step.run();

        assertThat(step.tasks.orders()).hasSize(2).extracting(Order::token).containsExactly("token-0", "token-0");
    }

    // --- an early end

    @Test
    void stopsTheTaskWhenTheTimeLimitPasses() {
        step.at(10, () -> step.tasks.move(TaskStatus.RUNNING));

        TaskResult result = step.run();

        assertThat(result).isEqualTo(new TimedOut(result.taskArn(), Duration.ofMinutes(10), "RUNNING", true));
        assertThat(step.tasks.stops())
                .containsExactly("The time limit of TeamCity build 1.4.2 of Shop_Migrate has passed");
        assertThat(kindOf(result)).hasValue(FailureKind.TIMED_OUT);
    }

    @Test
    void stopsTheTaskWhenTheBuildIsStopped() {
        step.at(30, () -> step.cancellation.cancel("the build was stopped"));

        assertThatExceptionOfType(Cancelled.class).isThrownBy(step::run);

        assertThat(step.tasks.stops()).containsExactly("TeamCity build 1.4.2 of Shop_Migrate was stopped");
        assertThat(step.told())
                .contains("Task task1 was told to stop: TeamCity build 1.4.2 of Shop_Migrate was stopped.");
        assertThat(step.time.elapsed()).isLessThan(Duration.ofSeconds(33));
    }

    @Test
    void startsNothingOnceTheBuildIsStopped() {
        step.cancellation.cancel("the build was stopped");

        assertThatExceptionOfType(Cancelled.class).isThrownBy(step::run);

        assertThat(step.tasks.orders()).isEmpty();
        assertThat(step.tasks.stops()).isEmpty();
    }

    @Test
    void stopsNothingWhenTheTaskHasEnded() {
        step.at(20, () -> step.tasks.exit(0)).at(23, () -> step.cancellation.cancel("the build was stopped"));

        assertThatExceptionOfType(Cancelled.class).isThrownBy(step::run);

        assertThat(step.tasks.stops()).isEmpty();
    }

    @Test
    void saysThatATaskMayRunOnWhenItCannotBeStopped() {
        step.tasks.fail("ecs:StopTask", new AccessDenied("ecs:StopTask", "task1", "no", null));
        step.at(30, () -> step.cancellation.cancel("the build was stopped"));

        assertThatExceptionOfType(Cancelled.class).isThrownBy(step::run);

        assertThat(step.warnings())
                .singleElement()
                .asString()
                .contains("Task task1 may run on, since it could not be told to stop")
                .contains("ecs:StopTask");
    }
}
