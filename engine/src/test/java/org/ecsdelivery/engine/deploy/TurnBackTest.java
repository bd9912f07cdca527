package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.DeployEvent.TurnBackStep;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.report.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a deployment under way when the step is stopped, or out of time. */
class TurnBackTest extends DeployOnTest {
    @BeforeEach
    void keepRecords() {
        ecs.keepingRecords();
    }

    private void stopAt(int second) {
        time.at(seconds(second), () -> {
            cancellation.cancel("the build was stopped");
            Thread.currentThread().interrupt();
        });
    }

    private void runUntilStopped() {
        assertThatThrownBy(() -> run(rollingBack())).isInstanceOf(Cancelled.class);
        Thread.interrupted();
    }

    @Test
    void leavesTheDeploymentAloneWhereNothingElseIsAskedFor() {
        stopAt(10);

        assertThatThrownBy(() -> run(settings)).isInstanceOf(Cancelled.class);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(ecs.calls()).doesNotContain("ecs:StopServiceDeployment").containsOnlyOnce("ecs:UpdateService");
    }

    @Test
    void hasEcsTakeItBackAndSaysWhereTo() {
        stopAt(10);

        runUntilStopped();

        assertThat(ecs.calls()).containsOnlyOnce("ecs:StopServiceDeployment").containsOnlyOnce("ecs:UpdateService");
        assertThat(all(DeployEvent.RollingBack.class))
                .singleElement()
                .satisfies(back -> assertThat(back.to().taskDefinition()).isEqualTo(InMemoryEcs.revisionArn(1)));
    }

    @Test
    void keepsTheInterruptForWhoeverComesNext() {
        stopAt(10);

        assertThatThrownBy(() -> run(rollingBack())).isInstanceOf(Cancelled.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void updatesTheServiceToWhatRanBeforeWhereEcsCannotTakeItBack() {
        ecs.unableToTurnBack();
        stopAt(10);

        runUntilStopped();

        assertThat(ecs.calls().stream().filter("ecs:UpdateService"::equals)).hasSize(2);
        assertThat(all(DeployEvent.RollingBack.class)).hasSize(1);
    }

    @Test
    void updatesTheServiceToWhatRanBeforeWhereThereIsNoRecordToRead() {
        ecs.denying("ecs:ListServiceDeployments");
        stopAt(10);

        runUntilStopped();

        assertThat(ecs.calls().stream().filter("ecs:UpdateService"::equals)).hasSize(2);
        assertThat(ecs.calls()).doesNotContain("ecs:StopServiceDeployment");
    }

    @Test
    void saysThatThePermissionIsMissingAndLeavesTheDeployment() {
        ecs.denying("ecs:StopServiceDeployment");
        stopAt(10);

        runUntilStopped();

        assertThat(all(DeployEvent.TurnedBack.class)).last().satisfies(told -> {
            assertThat(told.step()).isEqualTo(TurnBackStep.REFUSED);
            assertThat(told.why()).contains("ecs:StopServiceDeployment");
        });
        assertThat(ecs.calls()).containsOnlyOnce("ecs:UpdateService");
    }

    @Test
    void leavesWhatEcsHasCompleted() {
        time.at(seconds(8), () -> {
            ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "");
            ecs.record(2, "SUCCESSFUL", "");
        });
        stopAt(30);

        runUntilStopped();

        assertThat(ecs.calls()).doesNotContain("ecs:StopServiceDeployment").containsOnlyOnce("ecs:UpdateService");
        assertThat(all(DeployEvent.TurnedBack.class))
                .extracting(DeployEvent.TurnedBack::step)
                .containsExactly(TurnBackStep.NEEDLESS);
    }

    @Test
    void leavesWhatSomebodyElseDeploys() {
        ecs.denying("ecs:ListServiceDeployments");
        time.at(seconds(10), () -> {
            ecs.newPrimary("ecs-svc/9", 7, "");
            cancellation.cancel("the build was stopped");
        });

        runUntilStopped();

        assertThat(ecs.calls()).containsOnlyOnce("ecs:UpdateService");
    }

    @Test
    void takesBackWhatIsNotThereInTimeAndStillSaysTimedOut() {
        DeployResult result = run(rollingBack());

        assertThat(result).isInstanceOf(DeployResult.TimedOut.class);
        assertThat(Verdict.of(settings, result).text())
                .contains("ECS rolls it back to web:1.")
                .doesNotContain("goes on in ECS");
        assertThat(ecs.calls()).containsOnlyOnce("ecs:StopServiceDeployment");
    }
}
