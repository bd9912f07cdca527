package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;

/** The agent's process is killed, the step is run again, and in the end everything is as if nothing had happened. */
@Timeout(120)
class KilledAgentWireTest {
    private static World undisturbed;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final StepOnLocalAws step =
            new StepOnLocalAws(builder -> builder.path(TimeOverHttp.PATH, account -> this::letTimePass));
    private volatile BooleanSupplier kill = () -> false;

    /** What can be seen in ECS once all is over. */
    private record World(List<String> revisions, int deployments, String runs, List<Tag> tags, List<String> tasks) {}

    @BeforeAll
    static void runUndisturbed() {
        try (StepOnLocalAws other = new StepOnLocalAws()) {
            serviceIsThere(other);
            assertThat(other.run()).isInstanceOf(DeployResult.Succeeded.class);
            undisturbed = world(other);
        }
    }

    @AfterEach
    void close() {
        over.countDown();
        step.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RegisterTaskDefinition, false",
        "RegisterTaskDefinition, true",
        "UpdateService, false",
        "UpdateService, true"
    })
    void endsAsIfNothingHadHappenedWhenKilledAtACall(String call, boolean carriedOut) throws Exception {
        serviceIsThere(step);
        step.aws.faults().next("ecs", call, new Fault.Lost(carriedOut, reached, over));

        killed();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(world(step)).isEqualTo(undisturbed);
    }

    @Test
    void endsAsIfNothingHadHappenedWhenKilledDuringTheRollout() throws Exception {
        serviceIsThere(step);
        kill = () -> service(step).deployments().stream()
                .anyMatch(each -> each.taskDefinition().endsWith(":2")
                        && each.rolloutState() == DeploymentRolloutState.IN_PROGRESS
                        && each.runningCount() > 0);

        killed();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(world(step)).isEqualTo(undisturbed);
    }

    @Test
    void endsAsIfNothingHadHappenedWhenKilledWhileOldTasksDrain() throws Exception {
        String group = serviceIsThere(step);
        kill = () -> service(step).deployments().stream()
                        .anyMatch(each -> each.taskDefinition().endsWith(":2") && each.runningCount() == 2)
                && step.aws.elb().size(group) > 2;

        killed();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(world(step)).isEqualTo(undisturbed);
    }

    private static String serviceIsThere(StepOnLocalAws step) {
        String group = step.targetGroup("web", StepOnLocalAws.DELAY);
        step.service(2).targetGroup(group).create();
        return group;
    }

    private static World world(StepOnLocalAws step) {
        try (EcsClient ecs = step.somebodyElse()) {
            List<String> running = ecs.listTasks(
                            request -> request.cluster(StepOnLocalAws.CLUSTER).serviceName(StepOnLocalAws.SERVICE))
                    .taskArns();
            return new World(
                    ecs.listTaskDefinitions().taskDefinitionArns(),
                    ecs.listServiceDeployments(request ->
                                    request.cluster(StepOnLocalAws.CLUSTER).service(StepOnLocalAws.SERVICE))
                            .serviceDeployments()
                            .size(),
                    service(step).taskDefinition(),
                    ecs.describeTaskDefinition(request -> request.taskDefinition(
                                            service(step).taskDefinition())
                                    .include(TaskDefinitionField.TAGS))
                            .tags(),
                    ecs
                            .describeTasks(request ->
                                    request.cluster(StepOnLocalAws.CLUSTER).tasks(running))
                            .tasks()
                            .stream()
                            .map(Task::taskDefinitionArn)
                            .toList());
        }
    }

    private static Service service(StepOnLocalAws step) {
        try (EcsClient ecs = step.somebodyElse()) {
            return ecs.describeServices(
                            request -> request.cluster(StepOnLocalAws.CLUSTER).services(StepOnLocalAws.SERVICE))
                    .services()
                    .get(0);
        }
    }

    /** Runs the step in a process of its own, and kills that once it has come to the boundary. */
    private void killed() throws Exception {
        Process agent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StepInItsOwnProcess.class.getName(),
                        step.aws.endpoint().toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.INHERIT)
                .start();
        try {
            assertThat(reached.await(60, TimeUnit.SECONDS))
                    .as("the step came to the boundary")
                    .isTrue();
        } finally {
            agent.destroyForcibly().waitFor();
        }
        step.aws.faults().clear();
        kill = () -> false;
    }

    private void letTimePass(HttpExchange exchange) throws IOException {
        String millis = exchange.getRequestURI().getPath().substring(TimeOverHttp.PATH.length());
        if (!millis.isEmpty()) {
            step.time.pause(Duration.ofMillis(Long.parseLong(millis)));
            if (kill.getAsBoolean()) {
                reached.countDown();
                return;
            }
        }
        byte[] now = step.time.instant().toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, now.length);
        exchange.getResponseBody().write(now);
        exchange.close();
    }
}
