package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.Rung;
import org.junit.jupiter.api.Test;

/** The way to the end. */
class ServiceDeployTest extends DeployOnTest {
    @Test
    void endsWhenTheLastOldTargetLeftItsGroup() {
        rollsOut();
        time.at(seconds(60), () -> ecs.targetGone("old1")).at(seconds(70), () -> ecs.targetGone("old2"));

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(time.elapsed()).isBetween(seconds(70), seconds(73));
    }

    @Test
    void isNotDrainedWhileATargetIsStillDraining() {
        rollsOut();
        time.at(seconds(60), () -> ecs.targetGone("old1"));

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.TimedOut.class,
                        result -> assertThat(result.lastSeen())
                                .contains("1 draining (old2:8080)")
                                .contains("COMPLETED"));
    }

    @Test
    void doesNotTakeSteadyStateForDrained() {
        rollsOut();
        time.at(seconds(45), () -> ecs.event("(service web) has reached a steady state."))
                .at(seconds(90), () -> ecs.targetGone("old1"))
                .at(seconds(90), () -> ecs.targetGone("old2"));

        run(settings);

        assertThat(time.elapsed()).isGreaterThanOrEqualTo(seconds(90));
    }

    @Test
    void endsLiveAsSoonAsEveryNewTaskIsHealthyInItsGroup() {
        time.at(seconds(10), () -> ecs.runTask("new1", "ecs-svc/2"))
                .at(seconds(20), () -> {
                    ecs.runTask("new2", "ecs-svc/2");
                    ecs.target("new2", Health.INITIAL);
                })
                .at(seconds(40), () -> ecs.target("new2", Health.HEALTHY));

        assertThat(run(until(FinishLevel.LIVE))).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(time.elapsed()).isBetween(seconds(40), seconds(46));
    }

    @Test
    void endsDeployedWhenEcsSaysSoAlthoughTargetsDrain() {
        rollsOut();

        assertThat(run(until(FinishLevel.DEPLOYED))).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(time.elapsed()).isBetween(seconds(40), seconds(45));
    }

    @Test
    void endsStoppedWhenTheLastOldTaskIsGone() {
        rollsOut();
        time.at(seconds(50), this::targetsGone)
                .at(seconds(51), () -> ecs.move("old1", TaskStatus.STOPPING))
                .at(seconds(52), () -> ecs.move("old2", TaskStatus.STOPPING))
                .at(seconds(80), () -> ecs.move("old1", TaskStatus.STOPPED))
                .at(seconds(90), () -> ecs.move("old2", TaskStatus.STOPPED));

        assertThat(run(until(FinishLevel.STOPPED))).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(time.elapsed()).isBetween(seconds(90), seconds(93));
    }

    @Test
    void takesATaskThatEcsForgotForStopped() {
        rollsOut();
        time.at(seconds(50), this::targetsGone)
                .at(seconds(60), () -> ecs.forget("old1"))
                .at(seconds(60), () -> ecs.forget("old2"));

        assertThat(run(until(FinishLevel.STOPPED))).isInstanceOf(DeployResult.Succeeded.class);
    }

    @Test
    void waitsForTheTargetOfATaskThatStoppedBeforeItsConnections() {
        rollsOut();
        time.at(seconds(50), () -> ecs.move("old1", TaskStatus.STOPPED))
                .at(seconds(50), () -> ecs.move("old2", TaskStatus.STOPPED))
                .at(seconds(120), this::targetsGone);

        run(until(FinishLevel.STOPPED));

        assertThat(time.elapsed()).isGreaterThanOrEqualTo(seconds(120));
    }

    @Test
    void tellsEveryRungOfTheLadderOnceAndInOrder() {
        rollsOut();
        time.at(seconds(60), this::targetsGone)
                .at(seconds(70), () -> ecs.move("old1", TaskStatus.STOPPING))
                .at(seconds(70), () -> ecs.move("old2", TaskStatus.STOPPING))
                .at(seconds(90), () -> ecs.move("old1", TaskStatus.STOPPED))
                .at(seconds(90), () -> ecs.move("old2", TaskStatus.STOPPED));

        run(until(FinishLevel.STOPPED));

        assertThat(rungsOf("old1"))
                .containsExactly(Rung.SELECTED, Rung.DRAINING, Rung.DRAINED, Rung.STOPPING, Rung.STOPPED);
    }

    @Test
    void tellsEachLevelWithTheTimeItTook() {
        rollsOut();
        time.at(seconds(60), this::targetsGone);

        run(settings);

        assertThat(all(DeployEvent.LevelReached.class))
                .extracting(DeployEvent.LevelReached::level)
                .containsExactly(FinishLevel.LIVE, FinishLevel.DEPLOYED, FinishLevel.DRAINED);
    }
}
