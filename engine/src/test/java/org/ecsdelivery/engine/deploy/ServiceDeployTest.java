package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.Rung;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

class ServiceDeployTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String HOST = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";

    private final VirtualTime time = new VirtualTime();
    private final InMemoryEcs ecs = new InMemoryEcs(time, "old1", "old2");
    private final List<EngineEvent> events = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private final DeploySettings settings = new DeploySettings(
            InMemoryEcs.CLUSTER,
            InMemoryEcs.SERVICE,
            Optional.empty(),
            ImageReference.parse(HOST + "/shop/web@" + DIGEST),
            FinishLevel.DRAINED,
            Duration.ofMinutes(10),
            new AwsAccess(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

    // --- the way to the end

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

    // --- other ends

    @Test
    void saysRolledBackWhenEcsHeadsBackAfterOurDeploymentFailed() {
        time.at(seconds(10), () -> ecs.crash("new1", "ecs-svc/2", 1, "Essential container in task exited"))
                .at(seconds(20), () -> {
                    ecs.rollout("ecs-svc/2", Rollout.FAILED, "ECS deployment circuit breaker: tasks failed to start.");
                    ecs.newPrimary("ecs-svc/3", 1, "rolling back to deploymentId ecs-svc/1");
                })
                .at(seconds(50), () -> ecs.rollout("ecs-svc/3", Rollout.COMPLETED, ""));

        assertThat(run(settings)).isInstanceOfSatisfying(DeployResult.RolledBack.class, result -> {
            assertThat(result.backTo()).isEqualTo(InMemoryEcs.revisionArn(1));
            assertThat(result.reason()).contains("circuit breaker: tasks failed to start");
            assertThat(result.complete()).isTrue();
        });
    }

    @Test
    void saysRolledBackWhenTheWayBackWasOverBetweenTwoLooks() {
        time.at(seconds(2), () -> {
            ecs.newPrimary("ecs-svc/3", 1, "");
            ecs.rollout("ecs-svc/3", Rollout.COMPLETED, "");
            ecs.dropDeployment("ecs-svc/2");
            ecs.record(
                    2,
                    "ROLLBACK_SUCCESSFUL",
                    "Service deployment rolled back because the circuit breaker was triggered");
        });

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.RolledBack.class,
                        result -> assertThat(result.reason()).contains("3 of 3 allowed failures"));
    }

    @Test
    void saysSupersededWhenSomebodyElsesDeploymentTookOver() {
        time.at(seconds(5), () -> ecs.newPrimary("ecs-svc/9", 7, ""));

        assertThat(run(settings))
                .isEqualTo(new DeployResult.Superseded(
                        "ecs-svc/2", InMemoryEcs.revisionArn(2), "ecs-svc/9", InMemoryEcs.revisionArn(7)));
    }

    @Test
    void saysSupersededEvenWhenTheRecordsMayNotBeRead() {
        ecs.denying("ecs:ListServiceDeployments");
        time.at(seconds(5), () -> ecs.newPrimary("ecs-svc/9", 7, ""));

        assertThat(run(settings)).isInstanceOf(DeployResult.Superseded.class);
        assertThat(warnings()).anyMatch(text -> text.contains("ecs:ListServiceDeployments"));
    }

    @Test
    void saysFailedWhenThereIsNothingToGoBackTo() {
        ecs.neverCompleted();
        time.at(seconds(30), () -> ecs.rollout("ecs-svc/2", Rollout.FAILED, "tasks failed to start."));

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.Failed.class,
                        result -> assertThat(result.reason()).contains("tasks failed to start"));
    }

    @Test
    void saysTimedOutAndWhereEverythingStood() {
        time.at(seconds(10), () -> ecs.runTask("new1", "ecs-svc/2"));

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.TimedOut.class,
                        result -> assertThat(result.lastSeen())
                                .contains("deployment ecs-svc/2 (web:2) IN_PROGRESS with 1 of 2 running")
                                .contains("2 serving"));
        assertThat(time.elapsed()).isEqualTo(settings.timeout());
    }

    @Test
    void saysRolledBackButNotCompleteWhenTheTimeLimitPassesOnTheWayBack() {
        time.at(seconds(20), () -> {
            ecs.rollout("ecs-svc/2", Rollout.FAILED, "tasks failed to start.");
            ecs.newPrimary("ecs-svc/3", 1, "");
        });

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.RolledBack.class,
                        result -> assertThat(result.complete()).isFalse());
    }

    @Test
    void isNotMisledByAnAnswerFromBeforeTheUpdate() {
        ecs.staleAnswers(true);
        rollsOut();
        time.at(seconds(8), () -> ecs.staleAnswers(false)).at(seconds(60), this::targetsGone);

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);
    }

    // --- why

    @Test
    void tellsOfAFailingTaskWithItsLastLogLinesWhileTheRolloutGoesOn() {
        ecs.logs("starting", "java.lang.IllegalStateException: no database");
        time.at(seconds(10), () -> ecs.crash("new1", "ecs-svc/2", 1, "Essential container in task exited"));

        run(settings);

        assertThat(all(DeployEvent.TaskFailed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.task().id()).isEqualTo("new1");
            assertThat(failed.logLines()).contains("java.lang.IllegalStateException: no database");
        });
    }

    @Test
    void doesNotCallAReplacedTaskFailed() {
        time.at(
                seconds(10),
                () -> ecs.crash("new1", "ecs-svc/2", 0, "Scaling activity initiated by (deployment ecs-svc/2)"));

        run(settings);

        assertThat(all(DeployEvent.TaskFailed.class)).isEmpty();
    }

    @Test
    void tellsEachServiceEventOnceAndNoneFromBefore() {
        ecs.event("(service web) has reached a steady state.");
        time.at(seconds(10), () -> ecs.event("(service web) was unable to place a task"));

        run(settings);

        assertThat(all(DeployEvent.ServiceMessage.class))
                .extracting(each -> each.event().message())
                .containsExactly("(service web) was unable to place a task");
    }

    @Test
    void showsThatItStillFollowsWhenNothingHappensForAMinute() {
        run(settings);

        assertThat(all(DeployEvent.StillWaiting.class)).hasSizeBetween(8, 10);
    }

    // --- trouble on the way

    @Test
    void waitsAndGoesOnWhenAwsThrottles() {
        rollsOut();
        time.at(seconds(60), this::targetsGone);
        time.at(seconds(5), () -> ecs.throttle(3));

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(warnings()).anyMatch(text -> text.contains("Rate exceeded"));
    }

    @Test
    void infersDrainingFromTheTasksWhenTheLoadBalancerMayNotBeAsked() {
        ecs.denying("elasticloadbalancing:DescribeTargetHealth");
        rollsOut();
        time.at(seconds(60), () -> ecs.move("old1", TaskStatus.STOPPING))
                .at(seconds(65), () -> ecs.move("old2", TaskStatus.STOPPING));

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(time.elapsed()).isBetween(seconds(65), seconds(70));
        assertThat(warnings())
                .filteredOn(text -> text.contains("DescribeTargetHealth"))
                .hasSize(1);
    }

    @Test
    void saysThatTheDeploymentGoesOnWhenTheCredentialsRunOut() {
        time.at(seconds(20), () -> ecs.fail(new EngineException(FailureKind.CREDENTIALS, "The session ended", "", "")));

        assertThatThrownBy(() -> run(settings)).hasMessageContaining("The session ended");
        assertThat(warnings()).anyMatch(text -> text.contains("ecs-svc/2 goes on in ECS"));
    }

    @Test
    void endsAtOnceWhenCancelled() {
        time.at(seconds(30), () -> cancellation.cancel("stopped by a user"));

        assertThatThrownBy(() -> run(settings)).isInstanceOf(Cancelled.class).hasMessage("stopped by a user");
        assertThat(time.elapsed()).isLessThan(seconds(40));
    }

    @Test
    void changesNothingWhenCancelledBeforeTheUpdate() {
        cancellation.cancel("stopped by a user");

        assertThatThrownBy(() -> run(settings)).isInstanceOf(Cancelled.class);
        assertThat(ecs.calls()).doesNotContain("ecs:RegisterTaskDefinition", "ecs:UpdateService");
    }

    @Test
    void makesAtMostSixtyCallsAMinute() {
        rollsOut();

        run(settings);

        assertThat((double) ecs.calls().size() / settings.timeout().toMinutes()).isLessThanOrEqualTo(60);
    }

    // --- what cannot be deployed to

    @Test
    void namesTheContainersWhenTheGivenOneIsNotThere() {
        assertThatThrownBy(() -> run(withContainer("sidecar")))
                .hasMessageContaining("web:1 has no container sidecar")
                .hasMessageContaining("Enter one of app as Container (deploy.container)");
    }

    @Test
    void asksForTheContainerWhenThereAreSeveral() {
        ecs.withContainers("app", "proxy");

        assertThatThrownBy(() -> run(settings))
                .hasMessageContaining("2 containers, and no container is given")
                .hasMessageContaining("app, proxy");
    }

    @Test
    void refusesAServiceOfAnotherDeploymentController() {
        ecs.withController("CODE_DEPLOY");

        assertThatThrownBy(() -> run(settings)).hasMessageContaining("deployed by CODE_DEPLOY");
    }

    @Test
    void refusesADeletedService() {
        ecs.withStatus("INACTIVE");

        assertThatThrownBy(() -> run(settings)).hasMessageContaining("is INACTIVE");
    }

    @Test
    void refusesAnUnknownServiceBeforeAnythingIsChanged() {
        var unknown = new DeploySettings(
                settings.cluster(),
                new ServiceName("shop"),
                Optional.empty(),
                settings.image(),
                FinishLevel.DRAINED,
                settings.timeout(),
                settings.access());

        assertThatThrownBy(() -> run(unknown)).hasMessageContaining("There is no service shop");
        assertThat(ecs.calls()).doesNotContain("ecs:RegisterTaskDefinition");
    }

    @Test
    void pinsATagToTheDigestBehindIt() {
        rollsOut();
        time.at(seconds(60), this::targetsGone);

        run(withImage(HOST + "/shop/web:1.2"));

        assertThat(ecs.imageOf(2)).isEqualTo(HOST + "/shop/web@" + DIGEST);
    }

    @Test
    void refusesATagThatIsNotInTheRegistry() {
        assertThatThrownBy(() -> run(withImage(HOST + "/shop/web:missing")))
                .hasMessageContaining("There is no image")
                .hasMessageContaining("Image (deploy.image)");
    }

    @Test
    void refusesATagOfARegistryThatIsNotEcr() {
        assertThatThrownBy(() -> run(withImage("docker.example.com/shop/web:1")))
                .hasMessageContaining("docker.example.com is no ECR registry");
    }

    @Test
    void warnsWhenNothingTellsWhenConnectionsAreDrained() {
        ecs.withoutLoadBalancer();
        rollsOut();
        time.at(seconds(60), () -> ecs.move("old1", TaskStatus.STOPPING))
                .at(seconds(60), () -> ecs.move("old2", TaskStatus.STOPPING));

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(warnings()).anyMatch(text -> text.contains("no target group"));
    }

    @Test
    void deploysAServiceThatRunsNoTask() {
        InMemoryEcs empty = new InMemoryEcs(time);
        time.at(seconds(5), () -> empty.rollout("ecs-svc/2", Rollout.COMPLETED, ""));

        assertThat(run(empty, settings)).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(warnings()).anyMatch(text -> text.contains("desired count of the service is 0"));
    }

    @Test
    void closesEveryPhaseItOpensWhateverHappens() {
        time.at(seconds(20), () -> ecs.fail(new EngineException(FailureKind.CREDENTIALS, "The session ended", "", "")));

        assertThatThrownBy(() -> run(settings)).isInstanceOf(EngineException.class);
        assertThat(all(EngineEvent.PhaseStarted.class))
                .hasSameSizeAs(all(EngineEvent.PhaseFinished.class))
                .isNotEmpty();
    }

    // --- how the tests speak

    /** Two new tasks at 10 and 30 s; the old ones selected, draining from 20 and 35 s on; completed at 40 s. */
    private void rollsOut() {
        time.at(seconds(10), () -> ecs.runTask("new1", "ecs-svc/2"))
                .at(seconds(15), () -> ecs.select("old1"))
                .at(seconds(22), () -> drain("old1"))
                .at(seconds(30), () -> ecs.runTask("new2", "ecs-svc/2"))
                .at(seconds(31), () -> ecs.select("old2"))
                .at(seconds(36), () -> drain("old2"))
                .at(seconds(40), () -> ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "completed"));
    }

    private void drain(String task) {
        ecs.move(task, TaskStatus.DEACTIVATING);
        ecs.target(task, Health.DRAINING);
    }

    private void targetsGone() {
        ecs.targetGone("old1");
        ecs.targetGone("old2");
    }

    private DeployResult run(DeploySettings with) {
        return run(ecs, with);
    }

    private DeployResult run(InMemoryEcs world, DeploySettings with) {
        var ports = new DeployPorts(world, world, world, new RegistryWithOneImage());
        return new ServiceDeploy(ports, time, time, cancellation, events::add)
                .run(with, Map.of("ecs-delivery:build-id", "42"));
    }

    private DeploySettings until(FinishLevel level) {
        return new DeploySettings(
                settings.cluster(),
                settings.service(),
                settings.container(),
                settings.image(),
                level,
                settings.timeout(),
                settings.access());
    }

    private DeploySettings withContainer(String name) {
        return new DeploySettings(
                settings.cluster(),
                settings.service(),
                Optional.of(new ContainerName(name)),
                settings.image(),
                settings.finishLevel(),
                settings.timeout(),
                settings.access());
    }

    private DeploySettings withImage(String image) {
        return new DeploySettings(
                settings.cluster(),
                settings.service(),
                settings.container(),
                ImageReference.parse(image),
                settings.finishLevel(),
                settings.timeout(),
                settings.access());
    }

    private List<Rung> rungsOf(String task) {
        return all(DeployEvent.TaskStepped.class).stream()
                .filter(each -> each.task().equals(task))
                .map(DeployEvent.TaskStepped::rung)
                .toList();
    }

    private List<String> warnings() {
        return all(EngineEvent.Warned.class).stream()
                .map(EngineEvent.Warned::text)
                .toList();
    }

    private <T> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }

    /** Knows the image of every tag but "missing". */
    private static final class RegistryWithOneImage implements ImageRegistry {
        @Override
        public RegistryCredential authorize() {
            return new RegistryCredential(new RegistryHost(HOST), "AWS", Secret.of("token"), Instant.MAX);
        }

        @Override
        public boolean exists(ImageReference repository) {
            return true;
        }

        @Override
        public void create(ImageReference repository) {
            throw new AssertionError("nothing is to be created");
        }

        @Override
        public Optional<ImageDigest> digestOf(ImageReference taggedImage) {
            return taggedImage.toString().endsWith(":missing")
                    ? Optional.empty()
                    : Optional.of(new ImageDigest(DIGEST));
        }
    }
}
