package org.ecsdelivery.engine.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;

/** What the engine relies on in every {@link EcsApi}, the one in memory and the one over the wire. */
public abstract class EcsApiContract extends EcsDeploymentsContract {
    // --- services

    @Test
    void tellsWhatTheServiceRuns() {
        serviceRuns(2);
        ServiceState seen = look();
        assertThat(seen.name()).isEqualTo(service().value());
        assertThat(seen.status()).isEqualTo("ACTIVE");
        assertThat(seen.controller()).isEqualTo("ECS");
        assertThat(seen.desired()).isEqualTo(2);
        assertThat(seen.running()).isEqualTo(2);
        assertThat(seen.rollsBack()).isTrue();
    }

    @Test
    void tellsHowTheServiceIsDeployed() {
        serviceRuns(1);
        assertThat(look().rules())
                .isEqualTo(new DeploymentRules("ROLLING", "REPLICA", 100, 200, Duration.ZERO, true, true));
    }

    @Test
    void tellsTheOneDeploymentOfAServiceInSteadyState() {
        serviceRuns(2);
        assertThat(look().deployments()).singleElement().satisfies(deployment -> {
            assertThat(deployment.id()).startsWith("ecs-svc/");
            assertThat(deployment.isPrimary()).isTrue();
            assertThat(deployment.rollout()).isEqualTo(Rollout.COMPLETED);
            assertThat(deployment.taskDefinition()).isEqualTo(look().taskDefinition());
            assertThat(deployment.running()).isEqualTo(2);
        });
    }

    @Test
    void tellsWhereTheTasksAreRegistered() {
        serviceRuns(1);
        assertThat(look().loadBalancers())
                .containsExactly(new ServiceState.LoadBalancer(Optional.of(targetGroup()), APP, 8080));
    }

    @Test
    void namesTheServiceThatDoesNotExist() {
        serviceRuns(1);
        assertFailsWith(FailureKind.SERVICE_NOT_FOUND, "nobody", () -> ecs().service(cluster(), NOBODY));
    }

    @Test
    void leavesOutAServiceThatDoesNotExistWhenAskedForSeveral() {
        serviceRuns(1);
        assertThat(ecs().services(cluster(), List.of(NOBODY, service())))
                .extracting(ServiceState::name)
                .containsExactly(service().value());
    }

    @Test
    void namesTheClusterThatDoesNotExist() {
        serviceRuns(1);
        assertFailsWith(FailureKind.CLUSTER_NOT_FOUND, "nowhere", () -> ecs().service(NOWHERE, service()));
    }

    // --- tasks

    @Test
    void listsTheTasksThatShallRun() {
        serviceRuns(2);
        assertThat(list(TaskList.RUNNING)).hasSize(2);
        assertThat(list(TaskList.STOPPED)).isEmpty();
    }

    @Test
    void tellsOfEachTaskWhatTheEngineTracks() {
        serviceRuns(1);
        DeploymentState primary = look().primary().orElseThrow();
        assertThat(described(TaskList.RUNNING)).singleElement().satisfies(task -> {
            assertThat(task.startedBy()).isEqualTo(primary.id());
            assertThat(task.taskDefinition()).isEqualTo(primary.taskDefinition());
            assertThat(task.status()).isEqualTo(TaskStatus.RUNNING);
            assertThat(task.shallStop()).isFalse();
            assertThat(task.addresses()).isNotEmpty();
        });
    }

    @Test
    void listsTheTasksOfTheNewDeploymentOnceItIsThrough() {
        serviceRuns(2);
        String id = deployed().primary().orElseThrow().id();
        finishRollout();
        assertThat(described(TaskList.RUNNING))
                .hasSize(2)
                .extracting(TaskState::startedBy)
                .containsOnly(id);
    }

    @Test
    void listsTheReplacedTasksAmongTheStoppedOnes() {
        serviceRuns(2);
        List<String> old = list(TaskList.RUNNING);
        deployed();
        finishRollout();
        assertThat(described(TaskList.STOPPED))
                .hasSize(2)
                .allMatch(TaskState::shallStop)
                .extracting(TaskState::arn)
                .containsExactlyInAnyOrderElementsOf(old);
    }

    @Test
    void listsAndDescribesMoreTasksThanFitIntoOnePage() {
        serviceRuns(230);
        assertThat(list(TaskList.RUNNING)).hasSize(230).doesNotHaveDuplicates();
        assertThat(described(TaskList.RUNNING)).hasSize(230);
    }

    @Test
    void leavesForgottenTasksOut() {
        serviceRuns(1);
        List<String> arns = new ArrayList<>(list(TaskList.RUNNING));
        String known = arns.get(0);
        arns.add(known.replaceFirst("/[^/]*$", "/0123456789abcdef0123456789abcdef"));
        assertThat(ecs().tasks(cluster(), arns)).extracting(TaskState::arn).containsExactly(known);
    }

    @Test
    void describesNoTasksWhenAskedForNone() {
        serviceRuns(1);
        assertThat(ecs().tasks(cluster(), List.of())).isEmpty();
        assertThat(ecs().instances(cluster(), List.of())).isEmpty();
    }

    @Test
    void refusesToListTasksOfAServiceThatDoesNotExist() {
        serviceRuns(1);
        assertFailsWith(
                FailureKind.SERVICE_NOT_FOUND, "nobody", () -> ecs().listTasks(cluster(), NOBODY, TaskList.RUNNING));
    }
}
