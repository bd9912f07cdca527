package org.ecsdelivery.engine.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ecsdelivery.common.settings.LaunchOn;
import org.ecsdelivery.common.settings.TaskOverrides;
import org.ecsdelivery.common.settings.TaskPlacement;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.common.value.TaskDefinitionName;
import org.ecsdelivery.engine.ecs.TaskRunApi.Attempt;
import org.ecsdelivery.engine.ecs.TaskRunApi.Order;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;

/** What the engine relies on in every {@link TaskRunApi}, the one in memory and the one over the wire. */
public abstract class TaskRunApiContract {
    /** The container that does the work. */
    protected static final String APP = "app";
    /** The container beside it, which is not essential. */
    protected static final String SIDECAR = "proxy";
    /** The cluster. */
    protected static final ClusterName CLUSTER = new ClusterName("prod");
    /** The service, which exists on Fargate. */
    protected static final ServiceName SERVICE = new ServiceName("web");
    /** The task definition, which exists with {@link #APP} and {@link #SIDECAR}. */
    protected static final TaskDefinitionName DEFINITION = new TaskDefinitionName("migrate");

    /** Returns the adapter under test. */
    protected abstract TaskRunApi tasks();

    /** Lets ECS refuse the next request for lack of memory. */
    protected abstract void haveNoRoomOnce();

    /** Lets the task that runs come to its end with an exit code of {@link #APP}. */
    protected abstract void letItEnd(int exitCode);

    private RunnableDefinition definition() {
        return tasks().definition(DEFINITION);
    }

    /** Asks for a task. */
    protected Attempt run(ClusterName cluster, String token) {
        return tasks().run(order(cluster, token));
    }

    /** Returns a request for a task. */
    protected Order order(ClusterName cluster, String token) {
        return new Order(
                cluster,
                definition().revision().arn(),
                new ContainerName(APP),
                new TaskOverrides(
                        List.of("sh", "-c", "migrate"), Map.of("LEVEL", "7"), Optional.of(512), Optional.of(1024)),
                TaskPlacement.on(LaunchOn.EC2, Optional.empty()),
                "teamcity-build-42",
                token,
                Map.of("ecs-delivery:build-id", "42"));
    }

    private TaskState begun() {
        return run(CLUSTER, "token").task().orElseThrow();
    }

    private TaskState seen(TaskState task) {
        return tasks().task(CLUSTER, task.arn()).orElseThrow();
    }

    private static void assertFailsWith(FailureKind kind, String name, ThrowingCallable call) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(call)
                .withMessageContaining(name)
                .extracting(EngineException::kind)
                .isEqualTo(kind);
    }

    @Test
    void tellsTheContainersOfATaskDefinitionAndWhichAreEssential() {
        assertThat(definition().revision().containers())
                .extracting(each -> each.name().value())
                .containsExactly(APP, SIDECAR);
        assertThat(definition().essential()).containsExactly(new ContainerName(APP));
    }

    @Test
    void findsATaskDefinitionByItsArnToo() {
        String arn = definition().revision().arn();
        assertThat(tasks().definition(new TaskDefinitionName(arn))).isEqualTo(definition());
    }

    @Test
    void findsTheTasksThatSomebodyStartedUntilTheyHaveStopped() {
        TaskState task = begun();
        assertThat(tasks().unfinished(CLUSTER, "migrate", "teamcity-build-42"))
                .extracting(TaskState::arn)
                .containsExactly(task.arn());
        assertThat(tasks().unfinished(CLUSTER, "migrate", "somebody")).isEmpty();
        letItEnd(0);
        assertThat(tasks().unfinished(CLUSTER, "migrate", "teamcity-build-42")).isEmpty();
    }

    @Test
    void findsATaskThatIsAboutToStopToo() {
        TaskState task = begun();
        tasks().stop(CLUSTER, task.arn(), "no longer needed");
        assertThat(tasks().unfinished(CLUSTER, "migrate", "teamcity-build-42"))
                .extracting(TaskState::arn)
                .containsExactly(task.arn());
    }

    @Test
    void namesATaskDefinitionThatIsNotThere() {
        assertFailsWith(
                FailureKind.TASK_DEFINITION_NOT_FOUND,
                "nobody",
                () -> tasks().definition(new TaskDefinitionName("nobody")));
    }

    @Test
    void namesAClusterThatIsNotThere() {
        assertFailsWith(FailureKind.CLUSTER_NOT_FOUND, "nowhere", () -> run(new ClusterName("nowhere"), "token"));
    }

    @Test
    void tellsWhereTheTasksOfAServiceRun() {
        TaskPlacement place = tasks().placeOf(CLUSTER, SERVICE);
        assertThat(place.launch()).isEqualTo(LaunchOn.FARGATE);
        assertThat(place.network()).hasValueSatisfying(network -> {
            assertThat(network.subnets()).containsExactly("subnet-0a1b2c3d4e5f60718");
            assertThat(network.securityGroups()).containsExactly("sg-0a1b2c3d4e5f60718");
            assertThat(network.publicAddress()).isFalse();
        });
    }

    @Test
    void namesAServiceThatIsNotThere() {
        assertFailsWith(FailureKind.SERVICE_NOT_FOUND, "gone", () -> tasks().placeOf(CLUSTER, new ServiceName("gone")));
    }

    @Test
    void beginsATaskThatSaysWhoStartedIt() {
        TaskState task = begun();
        assertThat(task.startedBy()).isEqualTo("teamcity-build-42");
        assertThat(task.taskDefinition()).isEqualTo(definition().revision().arn());
        assertThat(seen(task).arn()).isEqualTo(task.arn());
    }

    @Test
    void beginsOneTaskForOneTokenOnly() {
        assertThat(begun().arn()).isEqualTo(begun().arn());
        assertThat(run(CLUSTER, "other").task().orElseThrow().arn()).isNotEqualTo(begun().arn());
    }

    @Test
    void tellsWhyThereIsNoTask() {
        haveNoRoomOnce();
        Attempt attempt = run(CLUSTER, "token");
        assertThat(attempt.task()).isEmpty();
        assertThat(attempt.failures()).extracting(RunFailure::reason).containsExactly("RESOURCE:MEMORY");
    }

    @Test
    void tellsHowATaskEnded() {
        TaskState task = begun();
        letItEnd(3);
        assertThat(seen(task).isStopped()).isTrue();
        assertThat(seen(task).stopCode()).hasValue("EssentialContainerExited");
        assertThat(seen(task).containers())
                .filteredOn(each -> each.name().equals(APP))
                .singleElement()
                .satisfies(each -> assertThat(each.exitCode()).hasValue(3));
    }

    @Test
    void tellsATaskToStop() {
        TaskState task = begun();
        tasks().stop(CLUSTER, task.arn(), "enough");
        assertThat(seen(task).shallStop()).isTrue();
        assertThat(seen(task).stopCode()).hasValue("UserInitiated");
        assertThat(seen(task).stoppedReason()).hasValue("enough");
    }

    @Test
    void doesNotComplainAboutATaskThatIsGoneWhenItIsToStop() {
        String nobody = begun().arn() + "0";
        assertThatCode(() -> tasks().stop(CLUSTER, nobody, "enough")).doesNotThrowAnyException();
    }

    @Test
    void knowsNothingOfATaskThatIsNotThere() {
        assertThat(tasks().task(CLUSTER, begun().arn() + "0")).isEmpty();
    }
}
