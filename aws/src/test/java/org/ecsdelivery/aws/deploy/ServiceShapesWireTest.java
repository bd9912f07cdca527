package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.Rung;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.NetworkMode;

/** Deploys to services of unusual shapes, over the wire. */
class ServiceShapesWireTest {
    private static final Duration A_LOOK = Duration.ofSeconds(10);

    private final StepOnLocalAws step = new StepOnLocalAws();

    @AfterEach
    void close() {
        step.close();
    }

    @Test
    void deploysAServiceWhoseDesiredCountIsZeroAndSaysThatNothingWasTried() {
        step.service(0).create();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .isEqualTo("The desired count of the service is 0: no task will start, so the image is not"
                                + " tried."));
    }

    @Test
    void refusesADeploymentThatCouldNeverFinishBeforeAnythingIsChanged() {
        step.service(3).percent(100, 125).create();

        assertThatThrownBy(step::run)
                .hasMessageContaining("with the desired count 3, maximumPercent 125 allows 3 tasks (rounded down)")
                .hasMessageContaining("Set maximumPercent of the service to at least 134");
        assertThat(step.aws.calls().count("ecs", "RegisterTaskDefinition")).isZero();
        assertThat(step.aws.calls().count("ecs", "UpdateService")).isZero();
    }

    @Test
    void finishesWithTheSmallestMaximumThatTheRefusalAsksFor() {
        step.service(3).percent(100, 134).create();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
    }

    @Test
    void followsTwoHundredAndThirtyTasksToTheirEnd() {
        String group = step.targetGroup("web", StepOnLocalAws.DELAY);
        step.service(230).targetGroup(group).create();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.told(DeployEvent.TaskStepped.class))
                .filteredOn(stepped -> stepped.rung() == Rung.STOPPED)
                .extracting(DeployEvent.TaskStepped::task)
                .doesNotHaveDuplicates()
                .hasSize(230);
    }

    @Test
    void countsATaskWithoutLoadBalancerAsDrainedWhenItsContainersAreToldToStop() {
        step.service(2).create();

        assertThat(step.finishAt(FinishLevel.DRAINED).run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("The service has no target group, so nothing tells when connections are drained"));
        assertThat(step.time.instant())
                .isBetween(lastTask("STOPPING"), lastTask("STOPPING").plus(A_LOOK));
    }

    @Test
    void isDrainedWhenTheSlowestOfSeveralTargetGroupsIs() {
        String quick = step.targetGroup("quick", Duration.ofSeconds(5));
        String slow = step.targetGroup("slow", Duration.ofSeconds(90));
        step.service(2).targetGroup(quick).targetGroup(slow).create();

        assertThat(step.finishAt(FinishLevel.DRAINED).run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.lastTargetGone(slow)).isAfter(step.lastTargetGone(quick).plusSeconds(60));
        assertThat(step.time.instant())
                .isBetween(step.lastTargetGone(slow), step.lastTargetGone(slow).plus(A_LOOK));
    }

    @Test
    void followsEveryPortOfATaskInTheTargetGroupOfThatPort() {
        String web = step.targetGroup("web", Duration.ofSeconds(20));
        String admin = step.targetGroup("admin", Duration.ofSeconds(60));
        createdWithTwoPorts(web, admin);
        step.time.pause(Duration.ofMinutes(2));

        assertThat(step.finishAt(FinishLevel.DRAINED).run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.told(DeployEvent.TaskStepped.class))
                .filteredOn(stepped -> stepped.rung() == Rung.DRAINING)
                .isNotEmpty()
                .first()
                .satisfies(stepped -> assertThat(stepped.targets()).contains(":8080", ":9090"));
        assertThat(step.time.instant())
                .isBetween(
                        step.lastTargetGone(admin), step.lastTargetGone(admin).plus(A_LOOK));
    }

    private void createdWithTwoPorts(String web, String admin) {
        step.aws.ecs().cluster(StepOnLocalAws.CLUSTER);
        try (EcsClient client = step.somebodyElse()) {
            client.registerTaskDefinition(definition -> definition
                    .family(StepOnLocalAws.SERVICE)
                    .networkMode(NetworkMode.AWSVPC)
                    .containerDefinitions(container -> container
                            .name(StepOnLocalAws.CONTAINER)
                            .image("example.org/app:1")
                            .portMappings(port -> port.containerPort(8080), port -> port.containerPort(9090))));
            client.createService(service -> service.cluster(StepOnLocalAws.CLUSTER)
                    .serviceName(StepOnLocalAws.SERVICE)
                    .taskDefinition(StepOnLocalAws.SERVICE)
                    .desiredCount(2)
                    .loadBalancers(
                            balancer -> balancer.targetGroupArn(web)
                                    .containerName(StepOnLocalAws.CONTAINER)
                                    .containerPort(8080),
                            balancer -> balancer.targetGroupArn(admin)
                                    .containerName(StepOnLocalAws.CONTAINER)
                                    .containerPort(9090)));
        }
    }

    @Test
    void saysOnAFirstDeploymentThatThereIsNothingToGoBackTo() {
        createdJustNow(step, 2);

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.warnings())
                .contains("No deployment of this service has completed yet, so ECS has none to roll back to if this one"
                        + " fails.")
                .anySatisfy(warning -> assertThat(warning).contains("is still in progress and will be replaced"));
    }

    @Test
    void saysThatAFailedFirstDeploymentWasGivenUp() {
        createdJustNow(step, 2);
        step.newTasks(TaskBehaviour.exits(3));

        DeployResult result = step.run();

        assertThat(result).isInstanceOf(DeployResult.Failed.class);
        assertThat(step.words(result))
                .startsWith("ECS gave up the deployment of web:2 to service web in cluster prod and did not go back: ")
                .contains("circuit breaker")
                .contains("3 of 3 allowed failures")
                .contains("ECS has none to go back to: the service stands still until one does.");
        assertThat(step.told(DeployEvent.TaskFailed.class)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void tellsOfFailedTasksThatAreStillOnTheirWayOutWhenEcsGivesUp() {
        try (StepOnLocalAws slow = new StepOnLocalAws(aws -> aws.timings(TaskTimings.realistic()))) {
            createdJustNow(slow, 4);
            slow.newTasks(TaskBehaviour.exits(3));

            assertThat(slow.run()).isInstanceOf(DeployResult.Failed.class);
            assertThat(slow.told(DeployEvent.TaskFailed.class)).hasSize(4);
        }
    }

    @Test
    void tellsOfFailedTasksThatAreStillOnTheirWayOutWhenEcsTurnsBack() {
        try (StepOnLocalAws slow = new StepOnLocalAws(aws -> aws.timings(TaskTimings.realistic()))) {
            slow.service(4).create();
            slow.newTasks(TaskBehaviour.exits(3));

            assertThat(slow.run()).isInstanceOf(DeployResult.RolledBack.class);
            assertThat(slow.told(DeployEvent.TaskFailed.class)).hasSize(4);
        }
    }

    /** A service whose very first deployment has not completed yet, as infrastructure code leaves it. */
    private static void createdJustNow(StepOnLocalAws step, int tasks) {
        step.aws.ecs().cluster(StepOnLocalAws.CLUSTER);
        try (EcsClient client = step.somebodyElse()) {
            client.registerTaskDefinition(definition -> definition
                    .family(StepOnLocalAws.SERVICE)
                    .networkMode(NetworkMode.AWSVPC)
                    .containerDefinitions(container ->
                            container.name(StepOnLocalAws.CONTAINER).image("example.org/app:1")));
            client.createService(service -> service.cluster(StepOnLocalAws.CLUSTER)
                    .serviceName(StepOnLocalAws.SERVICE)
                    .taskDefinition(StepOnLocalAws.SERVICE)
                    .desiredCount(tasks)
                    .deploymentConfiguration(configuration -> configuration.deploymentCircuitBreaker(
                            breaker -> breaker.enable(true).rollback(true))));
        }
    }

    private Instant lastTask(String status) {
        return step.aws.ecs().timeline().last(Timeline.Kind.TASK, status).orElseThrow();
    }
}
