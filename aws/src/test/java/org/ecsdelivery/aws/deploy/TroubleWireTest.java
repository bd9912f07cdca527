package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.OnStop;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.time.VirtualTime;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;

/** What happens while a deployment is under way, over the wire. */
class TroubleWireTest {
    private final StepOnLocalAws step = new StepOnLocalAws();
    private final String group = step.targetGroup("web", StepOnLocalAws.DELAY);

    @AfterEach
    void close() {
        step.close();
    }

    // --- throttling

    @Test
    void waitsAndGoesOnWhenAwsThrottlesTheLooks() {
        step.service(2).targetGroup(group).create();
        step.time.at(
                Duration.ofSeconds(4), () -> step.aws.faults().next("ecs", "DescribeServices", 8, Fault.throttled()));

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.warnings())
                .filteredOn(warning -> warning.startsWith("Looking again in "))
                .hasSize(2)
                .allSatisfy(warning ->
                        assertThat(warning).contains("ecs:DescribeServices").contains("Rate exceeded"));
    }

    @Test
    void triesAgainWhenAwsThrottlesTheUpdate() {
        step.service(1).create();
        step.aws.faults().next("ecs", "UpdateService", 2, Fault.throttled());

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
    }

    @Test
    void followsTheDeploymentThatBeganAlthoughTheAnswerToTheUpdateGotLost() {
        step.service(1).create();
        step.aws.faults().next("ecs", "UpdateService", Fault.malformed());

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
    }

    @Test
    void saysWhichCallAwsCouldNotDo() {
        step.service(1).create();
        step.aws.faults().always("ecs", "UpdateService", Fault.server(503));

        assertThatThrownBy(step::run)
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("could not do ecs:UpdateService for service web in cluster prod");
    }

    @Test
    void neverMeetsTheLimitsOfAws() {
        try (StepOnLocalAws limited = new StepOnLocalAws(aws -> aws.throttling())) {
            String slow = limited.targetGroup("web", Duration.ofMinutes(5));
            limited.service(20).targetGroup(slow).create();

            assertThat(limited.run()).isInstanceOf(DeployResult.Succeeded.class);
            assertThat(limited.warnings()).isEmpty();
        }
    }

    // --- the other ends

    @Test
    void saysThatTheCircuitBreakerRolledBackWhatCrashed() {
        step.service(2).targetGroup(group).create();
        step.newTasks(TaskBehaviour.exits(1).printing("shop starting", "FATAL: DATABASE_URL is not set"));

        DeployResult result = step.run();

        assertThat(result).isInstanceOf(DeployResult.RolledBack.class);
        assertThat(step.words(result))
                .startsWith("web:2 did not hold on service web in cluster prod: ")
                .contains("circuit breaker")
                .contains("3 of 3 allowed failures")
                .contains("ECS rolled it back, the service runs web:1 again. The circuit breaker went off");
        assertThat(step.told(DeployEvent.TaskFailed.class))
                .hasSizeGreaterThanOrEqualTo(3)
                .first()
                .satisfies(failed -> assertThat(failed.logLines()).contains("FATAL: DATABASE_URL is not set"));
    }

    @Test
    void tellsOfTasksThatCrashOnceTheyWereHealthyAlthoughTheCircuitBreakerCountsNone() {
        Duration afterTheChecks = Duration.ofSeconds(15);
        try (StepOnLocalAws late =
                new StepOnLocalAws(aws -> aws.timings(TaskTimings.quick().withExiting(afterTheChecks)))) {
            late.service(2)
                    .targetGroup(late.targetGroup("web", StepOnLocalAws.DELAY))
                    .create();
            late.newTasks(TaskBehaviour.exits(1).printing("FATAL: out of file handles"));

            late.within(Duration.ofMinutes(2)).run();

            assertThat(late.told(DeployEvent.TaskFailed.class))
                    .isNotEmpty()
                    .first()
                    .satisfies(failed -> assertThat(failed.logLines()).contains("FATAL: out of file handles"));
        }
    }

    @Test
    void saysWhichDeploymentTookThePlaceOfOurs() {
        step.service(2).targetGroup(group).create();
        step.time.at(Duration.ofSeconds(5), this::somebodyElseDeploys);

        DeployResult result = step.run();

        assertThat(result).isInstanceOf(DeployResult.Superseded.class);
        assertThat(step.words(result))
                .matches("Deployment ecs-svc/\\d+ of web:2 to service web in cluster prod was replaced by deployment"
                        + " ecs-svc/\\d+ of web:1, which this build did not start\\. web:1 was registered by arn:.*");
    }

    @Test
    void saysWhichBuildRegisteredWhatTookThePlaceOfOurs() {
        step.service(2).targetGroup(group).create();
        step.time.at(Duration.ofSeconds(5), () -> {
            try (EcsClient client = step.somebodyElse()) {
                String other = client.registerTaskDefinition(request -> request.family("web")
                                .containerDefinitions(container -> container
                                        .name(StepOnLocalAws.CONTAINER)
                                        .image("registry.example.org/web:3")
                                        .portMappings(port -> port.containerPort(8080)))
                                .tags(tag ->
                                        tag.key("ecs-delivery:build-url").value("https://ci.example.com/build/77")))
                        .taskDefinition()
                        .taskDefinitionArn();
                client.updateService(request -> request.cluster(StepOnLocalAws.CLUSTER)
                        .service(StepOnLocalAws.SERVICE)
                        .taskDefinition(other));
            }
        });

        assertThat(step.words(step.run()))
                .contains("web:3 was registered by the TeamCity build https://ci.example.com/build/77.");
    }

    @Test
    void saysThatSomebodyStoppedTheDeployment() {
        step.service(2).targetGroup(group).create();
        step.time.at(Duration.ofSeconds(5), () -> {
            try (EcsClient client = step.somebodyElse()) {
                String newest = client.listServiceDeployments(request ->
                                request.cluster(StepOnLocalAws.CLUSTER).service(StepOnLocalAws.SERVICE))
                        .serviceDeployments()
                        .get(0)
                        .serviceDeploymentArn();
                client.stopServiceDeployment(request -> request.serviceDeploymentArn(newest));
            }
        });

        assertThat(step.words(step.run()))
                .contains("ECS rolled it back, the service runs web:1 again.")
                .contains("Somebody stopped the deployment (ecs:StopServiceDeployment)");
    }

    private void somebodyElseDeploys() {
        try (EcsClient client = step.somebodyElse()) {
            client.updateService(request -> request.cluster(StepOnLocalAws.CLUSTER)
                    .service(StepOnLocalAws.SERVICE)
                    .taskDefinition("web:1"));
        }
    }

    @Test
    void saysWhereEverythingStoodWhenATargetNeverDrains() {
        step.service(2).targetGroup(group).create();
        step.aws.elb().neverDrains(group);

        DeployResult result =
                step.finishAt(FinishLevel.DRAINED).within(Duration.ofMinutes(3)).run();

        assertThat(result).isInstanceOf(DeployResult.TimedOut.class);
        assertThat(step.words(result))
                .contains("of web:2 to service web in cluster prod did not reach DRAINED within 3 min")
                .containsPattern("2 draining \\(10\\.0\\.1\\.\\d+:8080, 10\\.0\\.1\\.\\d+:8080\\)")
                .contains("The deployment goes on in ECS.")
                .contains("Time limit, minutes (deploy.timeoutMinutes)");
        assertThat(step.time.elapsed())
                .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(3).plusSeconds(5));
    }

    // --- stop

    @Test
    void looksNoMoreOnceStoppedBetweenTwoLooks() {
        step.service(2).targetGroup(group).create();
        Duration stopped = Duration.ofSeconds(8);
        step.time.at(stopped, () -> step.cancellation.cancel("the build was stopped"));

        assertThatThrownBy(step::run).isInstanceOf(Cancelled.class).hasMessage("the build was stopped");
        assertThat(step.aws.calls().between(VirtualTime.START.plus(stopped), Instant.MAX))
                .isEmpty();
    }

    @Test
    void hasEcsRollBackWhenStoppedAlthoughTheThreadIsInterrupted() {
        step.service(2).targetGroup(group).create();
        step.onStop(OnStop.ROLL_BACK);
        step.time.at(Duration.ofSeconds(6), () -> {
            step.cancellation.cancel("the build was stopped");
            Thread.currentThread().interrupt();
        });

        assertThatThrownBy(step::run).isInstanceOf(Cancelled.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(step.aws.calls().count("ecs", "StopServiceDeployment")).isEqualTo(1);
        assertThat(step.aws.calls().count("ecs", "UpdateService")).isEqualTo(1);
        assertThat(step.told(DeployEvent.RollingBack.class))
                .singleElement()
                .satisfies(back -> assertThat(back.to().taskDefinition()).endsWith("web:1"));
    }

    @Test
    void endsWithinFiveSecondsWhenStoppedWhileAwsDoesNotAnswer() {
        step.service(2).targetGroup(group).create();
        Thread build = Thread.currentThread();
        step.time.at(Duration.ofSeconds(4), () -> stopInTheNextLook(build));

        long before = System.nanoTime();
        assertThatThrownBy(step::run).isInstanceOf(Cancelled.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    /** Has ECS answer no more, and the build stopped once it waits for such an answer, as the agent does it. */
    private void stopInTheNextLook(Thread build) {
        step.aws.faults().always("ecs", "DescribeServices", Fault.hanging());
        long looks = step.aws.calls().count("ecs", "DescribeServices");
        Thread user = new Thread(() -> {
            while (step.aws.calls().count("ecs", "DescribeServices") == looks) {
                Thread.onSpinWait();
            }
            step.cancellation.cancel("the build was stopped");
            build.interrupt();
        });
        user.setDaemon(true);
        user.start();
    }
}
