package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.ecsdelivery.engine.ecs.TaskRunApi;
import org.ecsdelivery.engine.ecs.TaskRunApiContract;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.Task;

/** Tasks over the wire. */
class EcsTaskRunsWireTest extends TaskRunApiContract {
    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();
    private final TaskRunApi tasks = sandbox.clients.taskRuns();

    @BeforeEach
    void prepare() {
        sandbox.aws.ecs().cluster(CLUSTER.value());
        ObjectNode definition = new ObjectMapper().createObjectNode().put("family", DEFINITION.value());
        definition
                .withArray("containerDefinitions")
                .addObject()
                .put("name", APP)
                .put("image", "registry.example.org/migrate:1");
        definition
                .withArray("containerDefinitions")
                .addObject()
                .put("name", SIDECAR)
                .put("essential", false)
                .put("image", "registry.example.org/proxy:7");
        sandbox.aws.ecs().taskDefinition(definition);
        sandbox.aws.ecs().service(CLUSTER.value(), SERVICE.value()).create();
        sandbox.aws.ecs().behaviour(image -> image.contains("/migrate:"), TaskBehaviour.exits(3));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected TaskRunApi tasks() {
        return tasks;
    }

    @Override
    protected void haveNoRoomOnce() {
        sandbox.aws.ecs().refuseNextRun("RESOURCE:MEMORY");
    }

    @Override
    protected void letItEnd(int exitCode) {
        sandbox.clock.advance(Duration.ofMinutes(5));
    }

    // --- what only AWS can show

    @Test
    void givesTheContainerItsCommandItsEnvironmentAndTheTaskItsTags() {
        TaskState task = run(CLUSTER, "token").task().orElseThrow();
        Task seen = described(task);
        assertThat(seen.overrides().containerOverrides()).singleElement().satisfies(override -> {
            assertThat(override.name()).isEqualTo(APP);
            assertThat(override.command()).containsExactly("sh", "-c", "migrate");
            assertThat(override.environment())
                    .containsExactly(
                            KeyValuePair.builder().name("LEVEL").value("7").build());
        });
        assertThat(seen.overrides().cpu()).isEqualTo("512");
        assertThat(seen.overrides().memory()).isEqualTo("1024");
        assertThat(seen.tags())
                .containsExactly(
                        Tag.builder().key("ecs-delivery:build-id").value("42").build());
    }

    @Test
    void stopsATaskOnAThreadThatIsInterruptedAndLeavesItInterrupted() {
        TaskState task = run(CLUSTER, "token").task().orElseThrow();
        Thread.currentThread().interrupt();
        tasks.stop(CLUSTER, task.arn(), "enough");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(tasks.task(CLUSTER, task.arn()).orElseThrow().shallStop()).isTrue();
    }

    @Test
    void learnsTheTaskItBeginsAlthoughTheThreadIsInterruptedMeanwhile() {
        TaskRunApi.Order order = order(CLUSTER, "token");
        Thread.currentThread().interrupt();
        TaskRunApi.Attempt attempt = tasks.run(order);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempt.task()).isPresent();
    }

    private Task described(TaskState task) {
        try (EcsClient user = EcsClient.builder()
                .endpointOverride(sandbox.aws.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            return user.describeTasks(
                            request -> request.cluster(CLUSTER.value()).tasks(task.arn()))
                    .tasks()
                    .get(0);
        }
    }
}
