package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.ecs.ServiceEvent;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;

/** What has made other tools tell a wrong end (docs/reliability.md, "Traps"). */
class TrapsTest extends DeployOnTest {
    /** The service runs our revision, and somebody has its tasks replaced by tasks of the same. */
    private void sameRevisionIsBroughtAgain() {
        ecs.register(
                InMemoryEcs.revisionArn(1), new ContainerName("app"), settings.image(), RevisionChanges.NONE, Map.of());
        ecs.update(settings.cluster(), settings.service(), InMemoryEcs.revisionArn(2));
        ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "completed");
        ecs.newPrimary("ecs-svc/3", 2, "");
    }

    @Test
    void noticesTheRollBackFromARevisionToItself() {
        sameRevisionIsBroughtAgain();
        time.at(seconds(20), () -> {
                    ecs.rollout("ecs-svc/3", Rollout.FAILED, "tasks failed to start.");
                    ecs.newPrimary("ecs-svc/4", 2, "rolling back to deploymentId ecs-svc/2");
                })
                .at(seconds(30), () -> ecs.rollout("ecs-svc/4", Rollout.COMPLETED, "completed"));

        assertThat(run(settings)).isInstanceOfSatisfying(DeployResult.RolledBack.class, back -> {
            assertThat(back.deployment()).isEqualTo("ecs-svc/3");
            assertThat(back.backTo()).isEqualTo(InMemoryEcs.revisionArn(2));
        });
    }

    @Test
    void noticesTheRollBackFromARevisionToItselfBetweenTwoLooks() {
        sameRevisionIsBroughtAgain();
        time.at(seconds(2), () -> {
            ecs.newPrimary("ecs-svc/4", 2, "");
            ecs.rollout("ecs-svc/4", Rollout.COMPLETED, "completed");
            ecs.dropDeployment("ecs-svc/3");
            ecs.record(2, "ROLLBACK_SUCCESSFUL", "the circuit breaker was triggered");
        });

        assertThat(run(settings)).isInstanceOf(DeployResult.RolledBack.class);
    }

    @Test
    void noticesThatTheDeploymentItForcedRolledBackToTheSameRevision() {
        sameRevisionIsBroughtAgain();
        ecs.record(2, "SUCCESSFUL", "");
        time.at(seconds(2), () -> {
            ecs.newPrimary("ecs-svc/5", 2, "");
            ecs.rollout("ecs-svc/5", Rollout.COMPLETED, "completed");
            ecs.dropDeployment("ecs-svc/again-2");
            ecs.event("(service web) (deployment ecs-svc/again-2) deployment failed: tasks failed to start.");
        });

        assertThat(run(settings.forced()))
                .isInstanceOfSatisfying(
                        DeployResult.RolledBack.class,
                        back -> assertThat(back.deployment()).isEqualTo("ecs-svc/again-2"));
    }

    @Test
    void takesNoOtherDeploymentOfTheSameRevisionForItsOwn() {
        time.at(seconds(10), () -> {
            ecs.newPrimary("ecs-svc/9", 2, "");
            ecs.rollout("ecs-svc/9", Rollout.COMPLETED, "completed");
        });

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.Superseded.class,
                        taken -> assertThat(taken.by()).isEqualTo("ecs-svc/9"));
    }

    @Test
    void saysSupersededWhenOurDeploymentShowsInNoAnswerButTheFirst() {
        ecs.before(
                "ecs:UpdateService",
                () -> ecs.before("ecs:DescribeServices", () -> {
                    ecs.before("ecs:DescribeServices", () -> {});
                    ecs.newPrimary("ecs-svc/9", 7, "");
                    ecs.dropDeployment("ecs-svc/2");
                }));

        assertThat(run(settings)).isInstanceOf(DeployResult.Superseded.class);
        assertThat(time.elapsed()).isLessThan(seconds(5));
    }

    @Test
    void saysThatAnUpdateBeganNoDeployment() {
        ecs.beginningNothing();

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> run(settings))
                .withMessageContaining("began no deployment for it");
    }

    @Test
    void tellsNoLineTwiceWhereMoreAreWrittenThanEcsKeeps() {
        IntStream.range(0, 100).forEach(line -> ecs.event("before " + line));
        rollsOut();
        time.at(seconds(12), () -> IntStream.range(0, 60).forEach(line -> ecs.event("during " + line)))
                .at(seconds(33), () -> IntStream.range(60, 180).forEach(line -> ecs.event("during " + line)))
                .at(seconds(60), this::targetsGone);

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(all(DeployEvent.ServiceMessage.class))
                .extracting(DeployEvent.ServiceMessage::event)
                .extracting(ServiceEvent::message)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.startsWith("during "))
                .contains("during 0", "during 179");
    }

    @Test
    void trustsTheCountsWhereEcsUsesAWordThatIsNewForTheRollout() {
        rollsOut();
        time.at(seconds(41), () -> {
            ecs.rollout("ecs-svc/2", Rollout.UNKNOWN, "");
            ecs.dropDeployment("ecs-svc/1");
        });
        time.at(seconds(60), this::targetsGone);

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);
    }

    @Test
    void mindsNoClockOfAwsThatIsAheadOrBehind() {
        for (Duration ahead : new Duration[] {Duration.ofHours(3), Duration.ofHours(-3)}) {
            var skewed = new InMemoryEcs(() -> time.instant().plus(ahead), "old1");
            var begin = time.elapsed();
            skewed.event("(service web) has reached a steady state.");
            time.at(begin.plusSeconds(10), () -> skewed.runTask("new1", "ecs-svc/2"))
                    .at(begin.plusSeconds(20), () -> {
                        skewed.rollout("ecs-svc/2", Rollout.COMPLETED, "completed");
                        skewed.event("(service web) (deployment ecs-svc/2) deployment completed.");
                    })
                    .at(begin.plusSeconds(40), () -> {
                        skewed.forget("old1");
                        skewed.targetGone("old1");
                    });
            events.clear();

            assertThat(run(skewed, settings))
                    .isInstanceOfSatisfying(
                            DeployResult.Succeeded.class,
                            done -> assertThat(done.took()).isBetween(seconds(40), seconds(46)));
            assertThat(all(DeployEvent.ServiceMessage.class)).hasSize(1);
        }
    }

    @Test
    void saysThatTheServiceIsGoneWhenItIsDeletedMeanwhile() {
        time.at(
                seconds(20),
                () -> ecs.before("ecs:DescribeServices", () -> {
                    throw new EngineException(
                            FailureKind.SERVICE_NOT_FOUND, "There is no service web in cluster prod", "MISSING", "");
                }));

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> run(settings))
                .extracting(EngineException::kind)
                .isEqualTo(FailureKind.SERVICE_NOT_FOUND);
        assertThat(warnings()).contains("Deployment ecs-svc/2 ended with its service, which was deleted meanwhile.");
    }
}
