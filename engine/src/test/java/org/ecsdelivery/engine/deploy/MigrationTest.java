package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.Migration;
import org.ecsdelivery.common.settings.TaskOverrides;
import org.ecsdelivery.common.settings.TaskPlacement;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.ecs.TaskRunApi.Order;
import org.ecsdelivery.engine.event.DeployEvent.MigrationAwaited;
import org.ecsdelivery.engine.event.DeployEvent.MigrationDone;
import org.ecsdelivery.engine.event.DeployEvent.MigrationNeedless;
import org.ecsdelivery.engine.event.DeployEvent.Planned;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineEvent.PhaseStarted;
import org.ecsdelivery.engine.event.TaskEvent.TaskBegun;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;

/** What runs before the service is changed. */
class MigrationTest extends DeployOnTest {
    private static final Migration MIGRATION = new Migration(List.of("migrate", "up"), Duration.ofMinutes(5));

    private final DeploySettings migrating = until(FinishLevel.DEPLOYED).migrating(Optional.of(MIGRATION));

    private void endsAt(int second, int code) {
        time.at(seconds(second), () -> tasks.exit(code));
    }

    private void assertThatNothingWasChanged() {
        assertThat(ecs.calls()).doesNotContain("ecs:UpdateService");
    }

    @Test
    void runsTheCommandInANewTaskBesideTheServiceAndChangesTheServiceAfterwards() {
        time.at(
                seconds(20),
                () -> assertThat(ecs.calls())
                        .contains("ecs:RegisterTaskDefinition")
                        .doesNotContain("ecs:UpdateService"));
        endsAt(20, 0);
        time.at(seconds(60), this::done);

        assertThat(run(migrating)).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(tasks.orders()).singleElement().satisfies(order -> {
            assertThat(order.taskDefinition()).endsWith("/web:2");
            assertThat(order.container()).isEqualTo(new ContainerName("app"));
            assertThat(order.overrides())
                    .isEqualTo(new TaskOverrides(MIGRATION.command(), Map.of(), Optional.empty(), Optional.empty()));
            assertThat(order.tags()).containsEntry("ecs-delivery:build-id", "42");
            assertThat(order.startedBy()).hasSizeLessThanOrEqualTo(36);
            assertThat(order.token()).hasSizeLessThanOrEqualTo(48);
        });
        assertThat(ecs.calls()).containsOnlyOnce("ecs:UpdateService");
        assertThat(all(MigrationDone.class)).hasSize(1);
        assertThat(all(PhaseStarted.class))
                .extracting(PhaseStarted::phase)
                .containsSubsequence(Phase.UPDATE, Phase.MIGRATION, Phase.UPDATE, Phase.ROLLOUT)
                .doesNotContain(Phase.TASK);
    }

    private void done() {
        ecs.runTask("new1", "ecs-svc/2");
        ecs.runTask("new2", "ecs-svc/2");
        ecs.targetGone("old1");
        ecs.targetGone("old2");
        ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "completed");
    }

    @Test
    void changesNothingWhenItEndsWithAnotherExitCode() {
        endsAt(20, 3);

        assertThatThrownBy(() -> run(migrating)).isInstanceOfSatisfying(EngineException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.MIGRATION_FAILED);
            assertThat(failure.getMessage())
                    .startsWith("The migration before the deployment of web:2 to service web in cluster prod failed, so"
                            + " no service was changed: Task task1 container app ended with exit code 3")
                    .endsWith("web:2 stays registered, and no service runs it.");
        });
        assertThatNothingWasChanged();
    }

    @Test
    void stopsItsTaskAndChangesNothingWhenItsTimeLimitPasses() {
        assertThatThrownBy(() -> run(migrating))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("did not end within 5 min")
                .hasMessageContaining("(deploy.migrationTimeoutMinutes)");
        assertThat(tasks.stops()).hasSize(1);
        assertThatNothingWasChanged();
    }

    @Test
    void stopsItsTaskWithTheBuild() {
        time.at(seconds(20), () -> cancellation.cancel("stopped"));

        assertThatThrownBy(() -> run(migrating)).isInstanceOf(Cancelled.class);
        assertThat(tasks.stops()).containsExactly("TeamCity build 42 was stopped");
        assertThatNothingWasChanged();
    }

    @Test
    void waitsForAnEarlierOneOfTheServiceAndThenRunsItsOwn() {
        killedWhileItRuns();
        time.at(time.elapsed().plus(seconds(40)), () -> {
            assertThat(tasks.orders()).hasSize(1);
            tasks.exit(0);
        });
        time.at(time.elapsed().plus(seconds(60)), () -> tasks.exit(0));
        time.at(time.elapsed().plus(seconds(90)), this::done);

        assertThat(run(migrating)).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(all(MigrationAwaited.class)).hasSize(1);
        assertThat(tasks.orders()).hasSize(2).extracting(Order::token).doesNotHaveDuplicates();
        assertThat(ecs.calls()).containsOnlyOnce("ecs:RegisterTaskDefinition");
    }

    private void killedWhileItRuns() {
        assertThatThrownBy(() -> new ServiceDeploy(ports(), time, time, cancellation, event -> {
                            if (event instanceof TaskBegun) {
                                throw new StackOverflowError("the agent is gone");
                            }
                        })
                        .run(migrating, Map.of()))
                .isInstanceOf(StackOverflowError.class);
        assertThat(tasks.stops()).isEmpty();
    }

    @Test
    void doesNotRunBesideAnEarlierOneThatNeverEnds() {
        killedWhileItRuns();

        assertThatThrownBy(() -> run(migrating))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(
                        "waited 5 min for an earlier one of this service, task task1, which has not ended");
        assertThat(tasks.orders()).hasSize(1);
        assertThat(tasks.stops()).isEmpty();
        assertThatNothingWasChanged();
    }

    @Test
    void isNotRunAgainForADeploymentThatIsUnderWay() {
        ecs.update(
                InMemoryEcs.CLUSTER,
                InMemoryEcs.SERVICE,
                ecs.register(
                        "arn:aws:ecs:eu-central-1:123456789012:task-definition/web:1",
                        new ContainerName("app"),
                        settings.image(),
                        settings.changes(),
                        Map.of()));
        time.at(seconds(20), this::done);

        assertThat(run(migrating)).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(tasks.orders()).isEmpty();
        assertThat(all(MigrationNeedless.class)).hasSize(1);
    }

    @Test
    void withoutThePermissionToLookForAnEarlierOneNothingRuns() {
        tasks.fail("ecs:ListTasks", new AccessDenied("ecs:ListTasks", "cluster prod", "not authorized", null));

        assertThatThrownBy(() -> run(migrating))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        denied -> assertThat(denied.kind()).isEqualTo(FailureKind.ACCESS_DENIED))
                .hasMessageContaining("could not be run to its end, so no service was changed")
                .hasMessageContaining("\"Action\":\"ecs:ListTasks\"");
        assertThat(tasks.orders()).isEmpty();
        assertThatNothingWasChanged();
    }

    @Test
    void aTaskThatEcsDoesNotStartIsToldInTheOptionsOfThisStep() {
        tasks.refuse("MISSING");

        assertThatThrownBy(() -> run(migrating))
                .hasMessageContaining("MISSING")
                .hasMessageContaining("where the tasks of the service do")
                .hasMessageNotContaining("task.launch");
        assertThatNothingWasChanged();
    }

    @Test
    void aDryRunSaysWhatWouldRunAndRunsNothing() {
        run(migrating.asDryRun());

        assertThat(tasks.orders()).isEmpty();
        assertThat(all(Planned.class).get(0).plan().notes())
                .anyMatch(text -> text.startsWith(
                        "Before the service is changed, a task of the new revision runs in container app, for 5 min at most:"
                                + " migrate up."));
    }

    @Test
    void aRunForASetOfServicesChangesNone() {
        endsAt(20, 0);

        new ServiceDeploy(ports(), time, time, cancellation, events::add).migrate(migrating, Map.of());

        assertThat(tasks.orders())
                .extracting(Order::placement)
                .extracting(TaskPlacement::launch)
                .hasSize(1);
        assertThatNothingWasChanged();
    }
}
