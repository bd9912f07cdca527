package org.ecsdelivery.aws.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.aws.AwsClients;
import org.ecsdelivery.aws.QuickAwsClients;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.FanOut;
import org.ecsdelivery.common.settings.LaunchOn;
import org.ecsdelivery.common.settings.TaskOverrides;
import org.ecsdelivery.common.settings.TaskPlacement;
import org.ecsdelivery.common.settings.TaskSettings;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.TaskDefinitionName;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.TaskEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.report.TaskVerdict;
import org.ecsdelivery.engine.task.TaskFleet;
import org.ecsdelivery.engine.task.TaskInput;
import org.ecsdelivery.engine.task.TaskOrigin;
import org.ecsdelivery.engine.task.TaskOutcome;
import org.ecsdelivery.engine.task.TaskPorts;
import org.ecsdelivery.engine.task.TaskResult;
import org.ecsdelivery.engine.task.TaskRun;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.VirtualTime;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The task step over the wire: engine and real clients in front of a stand-in for AWS, on one virtual time. */
class TaskStepWireTest {
    private final VirtualTime time = new VirtualTime();
    private final Cancellation cancellation = new Cancellation();
    private final List<EngineEvent> events = new ArrayList<>();
    private final LocalAws aws =
            LocalAws.builder().clock(time).timings(TaskTimings.quick()).start();
    private final TaskSettings settings = new TaskSettings(
            new ClusterName("prod"),
            new TaskDefinitionName("migrate"),
            Optional.of(new ContainerName("app")),
            new TaskOverrides(List.of("migrate"), Map.of(), Optional.empty(), Optional.empty()),
            TaskPlacement.on(
                    LaunchOn.FARGATE,
                    Optional.of(new TaskPlacement.Network(List.of("subnet-1"), List.of("sg-1"), true))),
            FanOut.ONE,
            Duration.ofMinutes(10),
            new AwsAccess(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

    @BeforeEach
    void prepare() {
        aws.ecs().cluster("prod");
        ObjectNode definition =
                new ObjectMapper().createObjectNode().put("family", "migrate").put("networkMode", "awsvpc");
        for (String name : List.of("app", "agent")) {
            ObjectNode container = definition.withArray("containerDefinitions").addObject();
            container.put("name", name).put("image", "registry.example.org/" + name + ":1");
            ObjectNode log = container.putObject("logConfiguration").put("logDriver", "awslogs");
            log.putObject("options").put("awslogs-group", "/prod/migrate").put("awslogs-stream-prefix", "run");
        }
        aws.ecs().taskDefinition(definition);
    }

    @AfterEach
    void close() {
        aws.close();
    }

    private TaskResult run() {
        try (AwsClients clients = QuickAwsClients.of(aws.endpoint(), "eu-central-1", time)) {
            return new TaskRun(
                            new TaskPorts(clients.taskRuns(), clients.containerLogs()),
                            time,
                            time,
                            cancellation,
                            events::add)
                    .run(settings, new TaskOrigin("teamcity-build-42", "TeamCity build 42", "token", Map.of()));
        }
    }

    private <E extends EngineEvent> List<E> told(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void task(TaskBehaviour behaviour) {
        aws.ecs().behaviour(image -> image.contains("/app:"), behaviour);
    }

    @Test
    void endsWellWhenTheContainerDoesAndEcsEndsTheOneBesideIt() {
        task(TaskBehaviour.exits(0).printing("one", "two"));

        TaskResult result = run();

        assertThat(TaskVerdict.of(settings, result).kind()).isEmpty();
        assertThat(told(TaskEvent.LogWritten.class))
                .containsExactly(new TaskEvent.LogWritten("app", "one"), new TaskEvent.LogWritten("app", "two"));
    }

    @Test
    void tellsWhyATaskDidNotEndWell() {
        task(TaskBehaviour.crashes(137, "OutOfMemoryError: Container killed due to memory usage"));

        assertThat(TaskVerdict.of(settings, run()).text())
                .contains("container app: exit code 137")
                .contains("OutOfMemoryError: Container killed due to memory usage")
                .doesNotContain("container agent");
    }

    @Test
    void tellsWhyATaskDidNotStart() {
        task(TaskBehaviour.cannotPull());

        assertThat(TaskVerdict.of(settings, run()).text())
                .contains("TaskFailedToStart")
                .contains("CannotPullContainerError");
    }

    @Test
    void waitsForRoom() {
        aws.ecs().refuseNextRun("RESOURCE:MEMORY");
        task(TaskBehaviour.exits(0));

        assertThat(TaskVerdict.of(settings, run()).kind()).isEmpty();
        assertThat(told(TaskEvent.NoRoom.class)).hasSize(1);
    }

    @Test
    void stopsTheTaskWhenTheBuildIsStopped() {
        time.at(Duration.ofSeconds(20), () -> {
            cancellation.cancel("the build was stopped");
            Thread.currentThread().interrupt();
        });

        assertThatExceptionOfType(Cancelled.class).isThrownBy(this::run);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(aws.calls().count("ecs", "StopTask")).isEqualTo(1);
        assertThat(told(TaskEvent.TaskStopAsked.class)).hasSize(1);
    }

    @Test
    void stopsTheTaskWhenTheTimeLimitPasses() {
        assertThat(run()).isInstanceOf(TaskResult.TimedOut.class);

        time.pause(Duration.ofMinutes(2));
        assertThat(aws.ecs().cluster("prod")).isNotEmpty();
        assertThat(aws.ecs().timeline().of(Timeline.Kind.TASK))
                .last()
                .satisfies(entry -> assertThat(entry.state()).isEqualTo("STOPPED"));
    }

    @Test
    void runsSeveralAtOnceAlthoughEcsThrottlesSomeCalls() {
        task(TaskBehaviour.exits(0));
        aws.faults().next("ecs", "RunTask", Fault.throttled());
        aws.faults().next("ecs", "DescribeTasks", Fault.server(500));

        try (AwsClients clients = QuickAwsClients.of(aws.endpoint(), "eu-central-1", time)) {
            List<TaskOutcome> outcomes = new TaskFleet(
                            new TaskPorts(clients.taskRuns(), clients.containerLogs()),
                            time,
                            time,
                            cancellation,
                            events::add)
                    .run(
                            several(120),
                            TaskInput.numbers(120),
                            new TaskOrigin("teamcity-build-42", "TeamCity build 42", "token", Map.of()));

            assertThat(outcomes).hasSize(120).allMatch(TaskOutcome::isSuccess);
            assertThat(outcomes.stream().map(TaskOutcome::taskArn).distinct()).hasSize(120);
        }
    }

    private TaskSettings several(int count) {
        return new TaskSettings(
                settings.cluster(),
                settings.definition(),
                settings.container(),
                settings.overrides(),
                settings.placement(),
                new FanOut(count, Optional.empty(), 50, false),
                Duration.ofHours(2),
                settings.access());
    }

    @Test
    void saysWhatEcsRefuses() {
        aws.faults().always("ecs", "RunTask", Fault.denied());

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(this::run)
                .withMessageContaining("may not ecs:RunTask");
    }
}
