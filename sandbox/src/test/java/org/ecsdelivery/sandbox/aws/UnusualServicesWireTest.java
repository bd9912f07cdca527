package org.ecsdelivery.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ecsdelivery.sandbox.aws.LocalAwsWithClients.CLUSTER;
import static org.ecsdelivery.sandbox.aws.LocalAwsWithClients.SERVICE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.sandbox.aws.ecs.ServiceSeed;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;
import software.amazon.awssdk.services.ecs.model.Task;

class UnusualServicesWireTest {
    private static final String STUCK =
            "(service web) was unable to stop or start tasks during a deployment because of the service deployment"
                    + " configuration. Update the minimumHealthyPercent or maximumPercent value and try again.";
    private final LocalAwsWithClients sandbox = new LocalAwsWithClients();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private ServiceSeed withoutLoadBalancer() {
        return sandbox.aws.ecs().service(CLUSTER, SERVICE);
    }

    @Test
    void completesWithoutATaskWhenNoneIsDesired() {
        sandbox.seed().running(0).create();
        sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofSeconds(30));
        assertThat(sandbox.primary().rolloutState()).isEqualTo(DeploymentRolloutState.COMPLETED);
        assertThat(sandbox.service().runningCount()).isZero();
    }

    private void place(boolean force, String... providers) {
        sandbox.ecs.updateService(request -> request.cluster(CLUSTER)
                .service(SERVICE)
                .forceNewDeployment(force)
                .capacityProviderStrategy(Stream.of(providers)
                        .map(each -> CapacityProviderStrategyItem.builder()
                                .capacityProvider(each)
                                .weight(1)
                                .build())
                        .toList()));
    }

    @Test
    void placesTasksOnCapacityProvidersOnlyWithANewDeployment() {
        sandbox.seed().running(1).create();
        assertThatThrownBy(() -> place(false, "FARGATE_SPOT")).hasMessageContaining("you must force a new deployment");
        place(true, "FARGATE_SPOT");
        assertThat(sandbox.service().launchType()).isNull();
        assertThat(sandbox.primary().capacityProviderStrategy()).hasSize(1);
        place(true);
        assertThat(sandbox.service().launchType()).isEqualTo(LaunchType.FARGATE);
    }

    @Test
    void mixesNoFargateWithAutoScalingGroups() {
        sandbox.seed().running(1).create();
        assertThatThrownBy(() -> place(true, "FARGATE_SPOT", "own")).hasMessageContaining("cannot contain a mix");
    }

    @Test
    void takesATaskWithoutLoadBalancerAsHealthyFortySecondsAfterItRuns() {
        withoutLoadBalancer().create();
        String id = sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(5));
        Timeline timeline = sandbox.aws.ecs().timeline();
        Instant running = timeline.matching(
                        entry -> entry.detail().equals(id) && entry.state().equals("RUNNING"))
                .get(0)
                .at();
        Instant stopDecided = timeline.matching(entry -> entry.detail().contains("has stopped"))
                .get(0)
                .at();
        assertThat(Duration.between(running, stopDecided)).isEqualTo(Duration.ofSeconds(45));
        assertThat(sandbox.primary().rolloutState()).isEqualTo(DeploymentRolloutState.COMPLETED);
    }

    @Test
    void rollsAServiceOfTwoHundredAndFiftyTasksAndPagesThem() {
        sandbox.seed().running(250).create();
        String id = sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(10));
        assertThat(sandbox.primary().rolloutState()).isEqualTo(DeploymentRolloutState.COMPLETED);
        assertThat(sandbox
                        .ecs
                        .listTasksPaginator(request -> request.cluster(CLUSTER).serviceName(SERVICE))
                        .stream()
                        .map(page -> page.taskArns().size()))
                .containsExactly(100, 100, 50);
        assertThat(sandbox.ecs
                        .listTasksPaginator(request -> request.cluster(CLUSTER).startedBy(id))
                        .taskArns())
                .hasSize(250);
        assertThat(sandbox.service().events()).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void registersEachTaskInAllTargetGroups() {
        String internal = sandbox.aws
                .elb()
                .create(TargetGroupSpec.named("internal").withDeregistrationDelay(Duration.ofSeconds(120)));
        sandbox.seed().running(1).targetGroup(internal).create();
        sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(5));
        Timeline timeline = sandbox.aws.ecs().timeline();
        List<Timeline.Entry> gone = timeline.matching(
                entry -> entry.kind() == Timeline.Kind.TARGET && entry.state().equals("gone"));
        assertThat(gone).extracting(Timeline.Entry::detail).containsExactly(sandbox.group, internal);
        assertThat(timeline.last(Timeline.Kind.TASK, "STOPPING").orElseThrow())
                .isEqualTo(gone.get(1).at().plusSeconds(9));
    }

    @Test
    void putsBridgeTasksOnHostsWithDynamicPorts() {
        String hosts = sandbox.aws.elb().create(TargetGroupSpec.named("hosts").withTargetType("instance"));
        String instance = sandbox.aws.ecs().containerInstance(CLUSTER, "i-0123456789abcdef0");
        withoutLoadBalancer().bridge().targetGroup(hosts).running(2).create();
        Task task = sandbox.tasks(DesiredStatus.RUNNING).get(0);
        int port = task.containers().get(0).networkBindings().get(0).hostPort();
        assertThat(task.containerInstanceArn()).isEqualTo(instance);
        assertThat(sandbox.ecs
                        .describeContainerInstances(
                                request -> request.cluster(CLUSTER).containerInstances(instance))
                        .containerInstances()
                        .get(0)
                        .ec2InstanceId())
                .isEqualTo("i-0123456789abcdef0");
        assertThat(sandbox.elb
                        .describeTargetHealth(request -> request.targetGroupArn(hosts))
                        .targetHealthDescriptions())
                .anySatisfy(health -> {
                    assertThat(health.target().id()).isEqualTo("i-0123456789abcdef0");
                    assertThat(health.target().port()).isEqualTo(port);
                });
    }

    @Test
    void stallsTheFirstDeploymentEverWhenTheBreakerHasNothingToRollBackTo() {
        sandbox.aws.ecs().cluster(CLUSTER);
        sandbox.aws.ecs().behaviour(image -> true, TaskBehaviour.exits(1));
        String definition = sandbox.register("example.org/app:1");
        sandbox.ecs.createService(request -> request.cluster(CLUSTER)
                .serviceName(SERVICE)
                .taskDefinition(definition)
                .desiredCount(1)
                .deploymentConfiguration(configuration -> configuration.deploymentCircuitBreaker(
                        breaker -> breaker.enable(true).rollback(true))));
        sandbox.pass(Duration.ofMinutes(10));
        assertThat(sandbox.primary().rolloutState()).isEqualTo(DeploymentRolloutState.FAILED);
        assertThat(sandbox.primary().rolloutStateReason())
                .isEqualTo("ECS deployment circuit breaker: tasks failed to start.");
        assertThat(sandbox.newestServiceDeployment().status()).isEqualTo(ServiceDeploymentStatus.STOPPED);
        assertThat(sandbox.service().runningCount()).isZero();
    }

    @Test
    void completesTheFirstDeploymentEver() {
        sandbox.aws.ecs().cluster(CLUSTER);
        String definition = sandbox.register("example.org/app:1");
        sandbox.ecs.createService(request -> request.cluster(CLUSTER)
                .serviceName(SERVICE)
                .taskDefinition(definition)
                .desiredCount(2));
        assertThat(sandbox.primary().rolloutState()).isEqualTo(DeploymentRolloutState.IN_PROGRESS);
        sandbox.pass(Duration.ofMinutes(3));
        assertThat(sandbox.primary().rolloutState()).isEqualTo(DeploymentRolloutState.COMPLETED);
        assertThat(sandbox.service().runningCount()).isEqualTo(2);
    }

    @Test
    void saysThatThePercentagesLeaveNoWayForward() {
        sandbox.seed().running(3).percent(100, 125).create();
        sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(5));
        assertThat(sandbox.messages()).containsOnlyOnce(STUCK);
        assertThat(sandbox.primary().runningCount()).isZero();
    }

    @Test
    void neverGoesBelowTheMinimumNorAboveTheMaximum() {
        sandbox.seed().running(4).percent(50, 100).create();
        sandbox.deploy("example.org/app:2");
        for (int beat = 0; beat < 200; beat++) {
            sandbox.pass(Duration.ofSeconds(3));
            long healthy =
                    sandbox.targetStates().stream().filter("healthy"::equals).count();
            int counted = sandbox.service().runningCount() + sandbox.service().pendingCount();
            assertThat(healthy).isGreaterThanOrEqualTo(2);
            assertThat(counted).isLessThanOrEqualTo(4);
        }
        assertThat(sandbox.primary().rolloutState()).isEqualTo(DeploymentRolloutState.COMPLETED);
    }

    @Test
    void changesTheCountWithoutADeployment() {
        sandbox.seed().create();
        String before = sandbox.primary().id();
        sandbox.update(request -> request.desiredCount(4));
        sandbox.pass(Duration.ofMinutes(2));
        assertThat(sandbox.service().deployments()).extracting(Deployment::id).containsExactly(before);
        assertThat(sandbox.service().runningCount()).isEqualTo(4);
        assertThat(sandbox.ecs
                        .listServiceDeployments(
                                request -> request.cluster(CLUSTER).service(SERVICE))
                        .serviceDeployments())
                .hasSize(1);
    }

    @Test
    void forcesADeploymentOfTheSameTaskDefinition() {
        sandbox.seed().create();
        Deployment before = sandbox.primary();
        sandbox.update(request -> request.forceNewDeployment(true));
        sandbox.pass(Duration.ofMinutes(5));
        assertThat(sandbox.primary().id()).isNotEqualTo(before.id());
        assertThat(sandbox.primary().taskDefinition()).isEqualTo(before.taskDefinition());
        assertThat(sandbox.primary().rolloutState()).isEqualTo(DeploymentRolloutState.COMPLETED);
    }
}
