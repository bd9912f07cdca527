package org.ecsdelivery.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ecsdelivery.sandbox.aws.LocalAwsWithClients.CLUSTER;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;
import software.amazon.awssdk.services.ecs.model.Task;

class RolloutWireTest {
    private final LocalAwsWithClients sandbox = new LocalAwsWithClients();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void seedsAServiceThatIsAlreadySteady() {
        sandbox.seed().create();
        Service service = sandbox.service();
        assertThat(service.runningCount()).isEqualTo(2);
        assertThat(service.deployments()).singleElement().satisfies(deployment -> {
            assertThat(deployment.status()).isEqualTo("PRIMARY");
            assertThat(deployment.rolloutState()).isEqualTo(DeploymentRolloutState.COMPLETED);
        });
        assertThat(sandbox.targetStates()).containsExactly("healthy", "healthy");
    }

    @Test
    void answersAnUpdateWithTheNewPrimaryBesideTheActiveOne() {
        sandbox.seed().create();
        String old = sandbox.primary().id();
        String fresh = sandbox.deploy("example.org/app:2");
        assertThat(sandbox.service().deployments())
                .extracting(Deployment::id, Deployment::status)
                .containsExactly(tuple(fresh, "PRIMARY"), tuple(old, "ACTIVE"));
    }

    @Test
    void completesARolloutAndSaysSoInTheOrderOfARealLog() {
        sandbox.seed().running(1).create();
        String id = sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(5));
        assertThat(sandbox.primary().rolloutState()).isEqualTo(DeploymentRolloutState.COMPLETED);
        assertThat(sandbox.messages().stream().map(text -> text.replaceAll("[0-9a-f]{32}", "ID")))
                .containsExactly(
                        "(service web) has reached a steady state.",
                        "(service web) (deployment " + id + ") deployment completed.",
                        "(service web, taskSet " + oldId() + ") has begun draining connections on 1 tasks.",
                        "(service web) deregistered 1 targets in (target-group " + sandbox.group + ")",
                        "(service web) has stopped 1 running tasks: (task ID).",
                        "(service web) registered 1 targets in (target-group " + sandbox.group + ")",
                        "(service web) has started 1 tasks: (task ID).");
    }

    private String oldId() {
        return sandbox.aws.ecs().timeline().of(Timeline.Kind.DEPLOYMENT).get(0).subject();
    }

    @Test
    void drainsTheTargetBeforeTheTaskGetsItsSignal() {
        sandbox.seed().running(1).create();
        String old = sandbox.tasks(DesiredStatus.RUNNING).get(0).taskArn();
        sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(5));
        Timeline timeline = sandbox.aws.ecs().timeline();
        Instant stopDecided = timeline.matching(entry -> entry.detail().contains("has stopped 1 running"))
                .get(0)
                .at();
        Instant draining = timeline.last(Timeline.Kind.TARGET, "draining").orElseThrow();
        Instant gone = timeline.last(Timeline.Kind.TARGET, "gone").orElseThrow();
        Instant signalled = timeline.reached(old, "STOPPING").orElseThrow();
        Instant completed = timeline.last(Timeline.Kind.DEPLOYMENT, "COMPLETED").orElseThrow();
        assertThat(Duration.between(stopDecided, draining)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Duration.between(draining, gone)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Duration.between(draining, signalled)).isEqualTo(Duration.ofSeconds(39));
        assertThat(Duration.between(signalled, completed)).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void showsADrainingTaskAsDeactivatingAndStillCountsIt() {
        sandbox.seed().running(1).create();
        String old = sandbox.tasks(DesiredStatus.RUNNING).get(0).taskArn();
        sandbox.deploy("example.org/app:2");
        passUntilTarget("draining");
        assertThat(sandbox.task(old).lastStatus()).isEqualTo("DEACTIVATING");
        assertThat(sandbox.task(old).desiredStatus()).isEqualTo("STOPPED");
        assertThat(sandbox.service().runningCount()).isEqualTo(2);
        assertThat(sandbox.targetStates()).containsExactlyInAnyOrder("healthy", "draining");
        assertThat(sandbox.tasks(DesiredStatus.RUNNING))
                .extracting(Task::taskArn)
                .doesNotContain(old);
    }

    @Test
    void bindsTasksToTheirDeploymentByStartedBy() {
        sandbox.seed().create();
        String id = sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(5));
        assertThat(sandbox.tasks(DesiredStatus.RUNNING)).hasSize(2).allSatisfy(task -> {
            assertThat(task.startedBy()).isEqualTo(id);
            assertThat(task.group()).isEqualTo("service:web");
            assertThat(task.lastStatus()).isEqualTo("RUNNING");
            assertThat(task.startedAt()).isAfter(task.createdAt());
        });
    }

    @Test
    void keepsAStoppedTaskForAnHourAndThenForgetsIt() {
        sandbox.seed().running(1).create();
        String old = sandbox.tasks(DesiredStatus.RUNNING).get(0).taskArn();
        sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(10));
        Task stopped = sandbox.task(old);
        assertThat(stopped.lastStatus()).isEqualTo("STOPPED");
        assertThat(stopped.stopCodeAsString()).isEqualTo("ServiceSchedulerInitiated");
        assertThat(stopped.stoppedReason()).startsWith("Scaling activity initiated by (deployment ecs-svc/");
        assertThat(stopped.containers().get(0).exitCode()).isZero();
        sandbox.pass(Duration.ofHours(1));
        assertThat(sandbox.ecs
                        .describeTasks(request -> request.cluster(CLUSTER).tasks(old))
                        .failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo("MISSING"));
    }

    @Test
    void rollsBackWhenTheCircuitBreakerTrips() {
        sandbox.seed().create();
        String old = sandbox.primary().taskDefinition();
        sandbox.aws.ecs().behaviour(image -> image.endsWith(":2"), TaskBehaviour.crashes(1, "out of luck"));
        String failed = sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(15));
        ServiceDeployment record = sandbox.newestServiceDeployment();
        assertThat(record.status()).isEqualTo(ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL);
        assertThat(record.deploymentCircuitBreaker().failureCount()).isGreaterThanOrEqualTo(3);
        assertThat(record.deploymentCircuitBreaker().threshold()).isEqualTo(3);
        assertThat(record.rollback().reason()).contains("circuit breaker");
        assertThat(sandbox.primary().taskDefinition()).isEqualTo(old);
        assertThat(sandbox.primary().id()).isNotEqualTo(failed);
        assertThat(sandbox.messages())
                .anyMatch(text -> text.equals(
                        "(service web) (deployment " + failed + ") deployment failed: tasks failed to start."))
                .anyMatch(text -> text.startsWith("(service web) rolling back to deployment ecs-svc/"));
    }

    @Test
    void saysWhyACrashedTaskStopped() {
        sandbox.seed().create();
        sandbox.aws.ecs().behaviour(image -> image.endsWith(":2"), TaskBehaviour.crashes(1, "out of luck"));
        sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(2));
        assertThat(sandbox.tasks(DesiredStatus.STOPPED)).isNotEmpty().anySatisfy(task -> {
            assertThat(task.stopCodeAsString()).isEqualTo("EssentialContainerExited");
            assertThat(task.stoppedReason()).isEqualTo("Essential container in task exited");
            assertThat(task.containers().get(0).exitCode()).isEqualTo(1);
            assertThat(task.containers().get(0).reason()).isEqualTo("out of luck");
        });
    }

    @Test
    void supersedesADeploymentThatIsStillUnderWay() {
        sandbox.seed().create();
        String first = sandbox.deploy("example.org/app:2");
        String firstRecord = sandbox.newestServiceDeployment().serviceDeploymentArn();
        sandbox.pass(Duration.ofSeconds(20));
        String second = sandbox.deploy("example.org/app:3");
        sandbox.pass(Duration.ofMinutes(10));
        assertThat(sandbox.ecs
                        .describeServiceDeployments(request -> request.serviceDeploymentArns(firstRecord))
                        .serviceDeployments()
                        .get(0)
                        .status())
                .isEqualTo(ServiceDeploymentStatus.STOPPED);
        assertThat(sandbox.primary().id()).isEqualTo(second).isNotEqualTo(first);
        assertThat(sandbox.newestServiceDeployment().status()).isEqualTo(ServiceDeploymentStatus.SUCCESSFUL);
    }

    private void passUntilTarget(String state) {
        Optional<Instant> reached = Optional.empty();
        for (int second = 0; second < 600 && reached.isEmpty(); second++) {
            sandbox.pass(Duration.ofSeconds(1));
            reached = sandbox.aws.ecs().timeline().last(Timeline.Kind.TARGET, state);
        }
    }
}
