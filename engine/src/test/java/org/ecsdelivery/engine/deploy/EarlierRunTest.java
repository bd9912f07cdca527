package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.junit.jupiter.api.Test;

/** A step that is run again takes up what a run before it left behind. */
class EarlierRunTest extends DeployOnTest {
    static final RevisionChanges LEVEL_DEBUG = new RevisionChanges(
            Map.of("LEVEL", "debug"),
            Map.of(),
            Set.of(),
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private void registeredBefore() {
        ecs.register(
                InMemoryEcs.revisionArn(1),
                new ContainerName("app"),
                settings.image(),
                RevisionChanges.NONE,
                Map.of("ecs-delivery:build-url", "https://ci/build/41"));
    }

    private void begunBefore() {
        registeredBefore();
        ecs.update(settings.cluster(), settings.service(), InMemoryEcs.revisionArn(2));
    }

    @Test
    void usesNoRevisionAgainThatLacksATag() {
        registeredBefore();
        RevisionChanges tagged = RevisionChanges.NONE.tagged(Map.of("team", "shop"));

        run(settings.changing(tagged).toBuilder().timeout(Duration.ofSeconds(5)).build());

        assertThat(all(DeployEvent.RevisionReused.class)).isEmpty();
        assertThat(ecs.revision(InMemoryEcs.revisionArn(3)).tags()).containsEntry("team", "shop");
    }

    @Test
    void refusesMoreTagsThanARevisionTakes() {
        Map<String, String> fifty = IntStream.rangeClosed(1, 50)
                .boxed()
                .collect(Collectors.toMap(number -> "key" + number, number -> "value"));
        ecs.deployAgain(
                settings.cluster(),
                settings.service(),
                ecs.register(
                        InMemoryEcs.revisionArn(1),
                        new ContainerName("app"),
                        settings.image(),
                        RevisionChanges.NONE.tagged(fifty),
                        Map.of("ecs-delivery:build-id", "41")),
                ServiceChanges.NONE);

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> run(settings.changing(RevisionChanges.NONE.tagged(Map.of("team", "shop")))))
                .withMessageContaining("would have 51 tags, 50 of them from web:2")
                .withMessageEndingWith("Enter fewer as Tags (deploy.tags).");
    }

    @Test
    void usesTheRevisionAgainAndSaysWhoseItIs() {
        registeredBefore();
        rollsOut();
        time.at(seconds(50), this::targetsGone);

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(ecs.calls()).containsOnlyOnce("ecs:RegisterTaskDefinition").containsOnlyOnce("ecs:UpdateService");
        assertThat(all(DeployEvent.RevisionReused.class))
                .containsExactly(new DeployEvent.RevisionReused(
                        new DeployEvent.RevisionRegistered(
                                InMemoryEcs.revisionArn(1),
                                InMemoryEcs.revisionArn(2),
                                "app",
                                "registry/web@old",
                                settings.image()),
                        "the TeamCity build https://ci/build/41"));
    }

    @Test
    void followsTheDeploymentThatIsUnderWay() {
        begunBefore();
        rollsOut();
        time.at(seconds(50), this::targetsGone);

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.Succeeded.class,
                        done -> assertThat(done.deployment()).isEqualTo("ecs-svc/2"));

        assertThat(ecs.calls()).containsOnlyOnce("ecs:RegisterTaskDefinition").containsOnlyOnce("ecs:UpdateService");
        assertThat(all(DeployEvent.DeploymentAdopted.class)).hasSize(1);
        assertThat(all(DeployEvent.DeploymentStarted.class)).isEmpty();
    }

    @Test
    void followsTheOldTasksThatStillDrainBehindACompletedDeployment() {
        begunBefore();
        ecs.runTask("new1", "ecs-svc/2");
        ecs.runTask("new2", "ecs-svc/2");
        drain("old1");
        drain("old2");
        ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "completed");
        time.at(seconds(20), this::targetsGone);

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(time.elapsed()).isGreaterThanOrEqualTo(seconds(20));
        assertThat(ecs.calls()).containsOnlyOnce("ecs:UpdateService");
    }

    @Test
    void deploysNothingWhereTheServiceAlreadyRunsAllThat() {
        begunBefore();
        ecs.runTask("new1", "ecs-svc/2");
        allOldGone();
        ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "completed");

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(time.elapsed()).isZero();
        assertThat(ecs.calls()).containsOnlyOnce("ecs:RegisterTaskDefinition").containsOnlyOnce("ecs:UpdateService");
    }

    @Test
    void deploysTheSameImageWithOtherVariables() {
        begunBefore();
        ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "completed");
        time.at(seconds(5), () -> ecs.rollout("ecs-svc/3", Rollout.COMPLETED, "completed"))
                .at(seconds(6), this::allOldGone);

        assertThat(run(settings.changing(LEVEL_DEBUG)))
                .isInstanceOfSatisfying(
                        DeployResult.Succeeded.class,
                        done -> assertThat(done.taskDefinition()).isEqualTo(InMemoryEcs.revisionArn(3)));
    }

    @Test
    void doesNotTakeADeploymentOfBeforeForOneWhoseAnswerWasLost() {
        begunBefore();
        ecs.rollout("ecs-svc/2", Rollout.FAILED, "tasks failed to start");
        ecs.newPrimary("ecs-svc/3", 1, "rolling back to deploymentId ecs-svc/1");
        ecs.before("ecs:UpdateService", () -> {
            throw new TransientFailure("UpdateService gave no answer", "reset", null);
        });

        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> run(settings));

        assertThat(warnings()).anyMatch(each -> each.contains("ECS shows no deployment of it"));
    }

    private void allOldGone() {
        ecs.forget("old1");
        ecs.forget("old2");
        targetsGone();
    }

    @Test
    void beginsAnewAfterADeploymentThatEcsGaveUpOnTheSpot() {
        begunBefore();
        ecs.rollout("ecs-svc/2", Rollout.FAILED, "tasks failed to start");
        time.at(seconds(5), () -> ecs.rollout("ecs-svc/3", Rollout.COMPLETED, "completed"));
        time.at(seconds(6), this::allOldGone);

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.Succeeded.class,
                        done -> assertThat(done.deployment()).isEqualTo("ecs-svc/3"));
    }

    @Test
    void takesNoRecordOfAnEarlierDeploymentOfTheSameRevisionForItsOwn() {
        registeredBefore();
        ecs.record(2, "ROLLBACK_SUCCESSFUL", "the circuit breaker");
        time.at(seconds(10), () -> {
            ecs.register(7, Map.of());
            ecs.newPrimary("ecs-svc/9", 7, "");
        });

        assertThat(run(settings)).isInstanceOf(DeployResult.Superseded.class);
    }
}
