package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.Rung;
import org.junit.jupiter.api.Test;

/** The way to the end. */
class ServiceDeployTest extends DeployOnTest {
    @Test
    void tellsWhenEachNewTaskRunsAndServes() {
        time.at(seconds(10), () -> ecs.runTask("new1", "ecs-svc/2"))
                .at(seconds(12), () -> ecs.task("new2", "ecs-svc/2", TaskStatus.RUNNING))
                .at(seconds(30), () -> ecs.target("new2", Health.HEALTHY));
        run(until(FinishLevel.LIVE));

        assertThat(all(DeployEvent.NewTaskSeen.class))
                .extracting(each -> each.task().id() + " " + each.serves())
                .containsExactly("new1 true", "new2 false", "new2 true");
    }

    @Test
    void tellsWhichOldTasksServeBeforeTheyLeave() {
        rollsOut();
        time.at(seconds(50), this::targetsGone);
        run(settings);

        assertThat(all(DeployEvent.OldTaskFound.class))
                .extracting(DeployEvent.OldTaskFound::task)
                .containsExactly("old1", "old2");
    }

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

    @Test
    void saysThatOnlyTheDrainingIsMissingWhenEcsHasCompletedTheDeployment() {
        rollsOut();

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.TimedOut.class,
                        late -> assertThat(late.goesOn())
                                .isEqualTo(
                                        "The deployment is complete in ECS; what is missing is that its old tasks are"
                                                + " drained."));
    }

    @Test
    void saysThatOnlyTheEndOfTheOldTasksIsMissingWhenTheyAreDrained() {
        rollsOut();
        time.at(seconds(60), this::targetsGone);

        assertThat(run(until(FinishLevel.STOPPED)))
                .isInstanceOfSatisfying(
                        DeployResult.TimedOut.class,
                        late -> assertThat(late.goesOn()).endsWith("what is missing is that its old tasks stop."));
    }

    @Test
    void reckonsWithTheTimeThatTheOldContainersMayTakeToStop() {
        rollsOut();
        ecs.withDefinition(revision -> withStopTimeout(revision, seconds(110)));
        time.at(seconds(60), this::targetsGone)
                .at(seconds(70), () -> ecs.move("old1", TaskStatus.STOPPING))
                .at(seconds(70), () -> ecs.move("old2", TaskStatus.STOPPING))
                .at(seconds(180), () -> ecs.move("old1", TaskStatus.STOPPED))
                .at(seconds(180), () -> ecs.move("old2", TaskStatus.STOPPED));

        run(until(FinishLevel.STOPPED));

        assertThat(all(DeployEvent.StillWaiting.class))
                .singleElement()
                .satisfies(each -> assertThat(each.estimate()).isBetween(seconds(40), seconds(50)));
    }

    private static RevisionState withStopTimeout(RevisionState revision, Duration stopTimeout) {
        return new RevisionState(
                revision.arn(),
                revision.networkMode(),
                revision.traits(),
                revision.containers().stream()
                        .map(each -> new RevisionState.Container(
                                each.name(),
                                each.image(),
                                each.log(),
                                stopTimeout,
                                each.healthyWithin(),
                                each.ports(),
                                each.hostPorts(),
                                each.variables(),
                                each.command()))
                        .toList(),
                revision.tags(),
                revision.registeredBy());
    }
}
