package org.ecsdelivery.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ecsdelivery.sandbox.aws.LocalAwsWithClients.CLUSTER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.ConflictException;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;
import software.amazon.awssdk.services.ecs.model.StopServiceDeploymentStopType;
import software.amazon.awssdk.services.ecs.model.Task;

class FailingTasksWireTest {
    private final LocalAwsWithClients sandbox = new LocalAwsWithClients();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private void deployOne(TaskBehaviour behaviour, Duration wait) {
        sandbox.seed().running(1).create();
        sandbox.aws.ecs().behaviour(image -> image.endsWith(":2"), behaviour);
        sandbox.deploy("example.org/app:2");
        sandbox.pass(wait);
    }

    private Task failed() {
        return sandbox.tasks(DesiredStatus.STOPPED).get(0);
    }

    @Test
    void namesTheImageThatCannotBePulled() {
        deployOne(TaskBehaviour.cannotPull(), Duration.ofMinutes(1));
        assertThat(failed().stopCodeAsString()).isEqualTo("TaskFailedToStart");
        assertThat(failed().stoppedReason())
                .startsWith("CannotPullContainerError: ")
                .contains("example.org/app:2: not found");
        assertThat(failed().containers().get(0).exitCode()).isNull();
    }

    @Test
    void cannotPullWhatTheLocalRegistryDoesNotHave() {
        sandbox.seed().running(1).create();
        sandbox.deploy(sandbox.aws.registryHost() + "/web:nowhere");
        sandbox.pass(Duration.ofMinutes(1));
        assertThat(failed().stoppedReason()).startsWith("CannotPullContainerError: ");
    }

    @Test
    void showsTheStatusOfAFailingHealthCheck() {
        deployOne(TaskBehaviour.neverHealthy(503), Duration.ofSeconds(40));
        assertThat(sandbox.targets()).anySatisfy(health -> {
            assertThat(health.stateAsString()).isEqualTo("unhealthy");
            assertThat(health.reasonAsString()).isEqualTo("Target.ResponseCodeMismatch");
            assertThat(health.description()).isEqualTo("Health checks failed with these codes: [503]");
        });
    }

    @Test
    void replacesATaskWhoseTargetFails() {
        deployOne(TaskBehaviour.neverHealthy(503), Duration.ofMinutes(2));
        assertThat(failed().stoppedReason())
                .isEqualTo("Task failed ELB health checks in (target-group " + sandbox.group + ")");
        assertThat(sandbox.messages())
                .anyMatch(text -> text.endsWith("is unhealthy in (target-group " + sandbox.group
                        + ") due to (reason Health checks failed with these codes: [503])"));
        assertThat(sandbox.primary().failedTasks()).isPositive();
    }

    @Test
    void ignoresFailedChecksDuringTheGracePeriod() {
        sandbox.seed().running(1).create();
        sandbox.aws.ecs().behaviour(image -> image.endsWith(":2"), TaskBehaviour.neverHealthy(503));
        sandbox.update(request -> request.healthCheckGracePeriodSeconds(600));
        sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(9));
        assertThat(sandbox.tasks(DesiredStatus.STOPPED)).isEmpty();
        sandbox.pass(Duration.ofMinutes(3));
        assertThat(sandbox.tasks(DesiredStatus.STOPPED)).isNotEmpty();
    }

    @Test
    void killsATaskThatIgnoresItsSignalAfterTheStopTimeout() {
        sandbox.aws.ecs().behaviour(image -> image.endsWith(":1"), TaskBehaviour.ignoresSigterm());
        sandbox.seed().running(1).create();
        sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(6));
        Task old = failed();
        assertThat(old.containers().get(0).exitCode()).isEqualTo(137);
        assertThat(Duration.between(old.stoppingAt(), old.executionStoppedAt())).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void drainsForEverWhereScripted() {
        sandbox.seed().running(1).create();
        sandbox.aws.elb().neverDrains(sandbox.group);
        sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofHours(5));
        assertThat(sandbox.targetStates()).containsExactlyInAnyOrder("healthy", "draining");
        assertThat(failed().lastStatus()).isEqualTo("DEACTIVATING");
        assertThat(sandbox.primary().rolloutState()).isEqualTo(DeploymentRolloutState.IN_PROGRESS);
    }

    @Test
    void goesOnTryingWithoutABreaker() {
        sandbox.seed().circuitBreaker(false).running(1).create();
        sandbox.update(
                request -> request.deploymentConfiguration(configuration -> configuration.deploymentCircuitBreaker(
                        breaker -> breaker.enable(false).rollback(false))));
        sandbox.aws.ecs().behaviour(image -> image.endsWith(":2"), TaskBehaviour.exits(1));
        sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(10));
        assertThat(sandbox.primary().failedTasks()).isGreaterThan(5);
        assertThat(sandbox.primary().rolloutState()).isEqualTo(DeploymentRolloutState.IN_PROGRESS);
        assertThat(sandbox.messages()).anyMatch(text -> text.contains("is unable to consistently start tasks"));
    }

    @Test
    void stopsWithoutRollbackWhenTheBreakerMayNotRollBack() {
        sandbox.seed().circuitBreaker(false).running(1).create();
        sandbox.aws.ecs().behaviour(image -> image.endsWith(":2"), TaskBehaviour.exits(1));
        String id = sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(10));
        assertThat(sandbox.newestServiceDeployment().status()).isEqualTo(ServiceDeploymentStatus.STOPPED);
        assertThat(sandbox.primary().id()).isEqualTo(id);
        assertThat(sandbox.primary().rolloutState()).isEqualTo(DeploymentRolloutState.FAILED);
        assertThat(sandbox.targetStates()).contains("healthy");
    }

    @Test
    void countsATaskThatExitsAsFailedHoweverFastTheHealthChecksAre() {
        String fast =
                sandbox.aws.elb().create(TargetGroupSpec.named("fast").withHealthChecks(Duration.ofSeconds(1), 1, 2));
        sandbox.aws
                .ecs()
                .service(LocalAwsWithClients.CLUSTER, LocalAwsWithClients.SERVICE)
                .targetGroup(fast)
                .running(1)
                .circuitBreaker(true)
                .create();
        sandbox.aws.ecs().behaviour(image -> image.endsWith(":2"), TaskBehaviour.exits(1));
        sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofMinutes(15));
        assertThat(sandbox.newestServiceDeployment().status()).isEqualTo(ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL);
    }

    @Test
    void passesThroughTheStatesOfARollback() {
        deployOne(TaskBehaviour.exits(1), Duration.ofMinutes(15));
        assertThat(sandbox.aws.ecs().timeline().of(Timeline.Kind.SERVICE_DEPLOYMENT))
                .extracting(Timeline.Entry::state)
                .endsWith("PENDING", "IN_PROGRESS", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL");
    }

    @Test
    void rollsBackOnRequest() {
        sandbox.seed().create();
        String before = sandbox.primary().taskDefinition();
        sandbox.deploy("example.org/app:2");
        sandbox.pass(Duration.ofSeconds(20));
        String arn = sandbox.newestServiceDeployment().serviceDeploymentArn();
        sandbox.ecs.stopServiceDeployment(
                request -> request.serviceDeploymentArn(arn).stopType(StopServiceDeploymentStopType.ROLLBACK));
        assertThat(sandbox.newestServiceDeployment().status()).isEqualTo(ServiceDeploymentStatus.ROLLBACK_REQUESTED);
        sandbox.pass(Duration.ofMinutes(10));
        ServiceDeployment record = sandbox.newestServiceDeployment();
        assertThat(record.status()).isEqualTo(ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL);
        assertThat(sandbox.primary().taskDefinition()).isEqualTo(before);
        assertThatThrownBy(() -> sandbox.ecs.stopServiceDeployment(request -> request.serviceDeploymentArn(arn)))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void carriesAwayWhatACrashingTaskPrints() {
        List<String> printed = new ArrayList<>();
        sandbox.aws.ecs().containerLog((group, stream, at, line) -> printed.add(group + " " + stream + " " + line));
        sandbox.aws
                .ecs()
                .behaviour(image -> image.endsWith(":2"), TaskBehaviour.exits(1).printing("no database"));
        sandbox.seed().image("example.org/app:2").running(1).create();
        sandbox.update(request -> request.forceNewDeployment(true));
        sandbox.pass(Duration.ofSeconds(32));
        assertThat(sandbox.service().runningCount()).isEqualTo(1);
        assertThat(printed)
                .singleElement()
                .satisfies(line -> assertThat(line).matches("/ecs/web ecs/app/[0-9a-f]{32} no database"));
    }

    @Test
    void runsATaskAloneToItsEnd() {
        sandbox.aws.ecs().cluster(CLUSTER);
        sandbox.aws.ecs().behaviour(image -> true, TaskBehaviour.exits(0));
        String definition = sandbox.register("example.org/migration:1");
        String arn = sandbox.ecs
                .runTask(request ->
                        request.cluster(CLUSTER).taskDefinition(definition).startedBy("build-7"))
                .tasks()
                .get(0)
                .taskArn();
        sandbox.pass(Duration.ofMinutes(2));
        assertThat(sandbox.task(arn))
                .extracting(Task::lastStatus, Task::stopCodeAsString, Task::startedBy, Task::group)
                .containsExactly("STOPPED", "EssentialContainerExited", "build-7", "family:web");
        assertThat(sandbox.task(arn).containers())
                .extracting(container -> container.name(), container -> container.exitCode())
                .containsExactly(tuple("app", 0));
    }
}
