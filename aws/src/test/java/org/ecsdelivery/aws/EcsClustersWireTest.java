package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.ecsdelivery.engine.ecs.EcsApiContract;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.sandbox.aws.ecs.ServiceSeed;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** ECS over the wire. */
class EcsClustersWireTest extends EcsApiContract {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();
    private final EcsApi ecs = sandbox.clients.ecs();
    private final String group =
            sandbox.aws.elb().create(TargetGroupSpec.named("web").withDeregistrationDelay(Duration.ofSeconds(30)));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected void serviceRuns(int tasks) {
        ObjectNode definition = JSON.createObjectNode().put("family", "web").put("networkMode", "awsvpc");
        ObjectNode app = definition.withArray("containerDefinitions").addObject();
        app.put("name", APP).put("image", "registry.example.org/web:1");
        app.withArray("portMappings").addObject().put("containerPort", 8080);
        definition
                .withArray("containerDefinitions")
                .addObject()
                .put("name", SIDECAR)
                .put("image", "registry.example.org/proxy:7");
        sandbox.aws
                .ecs()
                .service(cluster().value(), service().value())
                .taskDefinition(sandbox.aws.ecs().taskDefinition(definition))
                .targetGroup(group)
                .running(tasks)
                .circuitBreaker(true)
                .create();
    }

    @Override
    protected void finishRollout() {
        sandbox.clock.advance(Duration.ofMinutes(10));
    }

    @Override
    protected String waitsAtAPauseHook() {
        String green = sandbox.aws.elb().create(TargetGroupSpec.named("web-green"));
        ServiceSeed seed =
                sandbox.aws.ecs().service(cluster().value(), service().value());
        seed.targetGroup(group)
                .running(1)
                .blueGreen(green, 0)
                .pause("POST_SCALE_UP", 60, "ROLLBACK")
                .create();
        String base = ecs.service(cluster(), service()).taskDefinition();
        ecs.deployAgain(cluster(), service(), base, ServiceChanges.NONE);
        sandbox.clock.advance(Duration.ofMinutes(10));
        return ecs.serviceDeployments(cluster(), service()).get(0).arn();
    }

    @Override
    protected EcsApi ecs() {
        return ecs;
    }

    @Override
    protected void protect(String taskArn) {
        sandbox.aws.ecs().protect("prod", taskArn, Duration.ofHours(1));
    }

    @Override
    protected ClusterName cluster() {
        return new ClusterName("prod");
    }

    @Override
    protected ServiceName service() {
        return new ServiceName("web");
    }

    @Override
    protected String targetGroup() {
        return group;
    }

    // --- what only AWS can show

    private String deployed(TaskBehaviour behaviour) {
        sandbox.aws.ecs().behaviour(image -> image.endsWith(":2"), behaviour);
        String base = ecs.service(cluster(), service()).taskDefinition();
        String next = ecs.register(
                base,
                new ContainerName(APP),
                ImageReference.parse("registry.example.org/web:2"),
                RevisionChanges.NONE,
                Map.of());
        ecs.update(cluster(), service(), next);
        return next;
    }

    @Test
    void tellsWhyATaskStopped() {
        serviceRuns(1);
        deployed(TaskBehaviour.crashes(137, "OutOfMemoryError: Container killed due to memory usage"));
        sandbox.clock.advance(Duration.ofMinutes(1));
        List<TaskState> stopped = ecs.tasks(cluster(), ecs.listTasks(cluster(), service(), TaskList.STOPPED));
        assertThat(stopped).isNotEmpty().first().satisfies(task -> {
            assertThat(task.isStopped()).isTrue();
            assertThat(task.stopCode()).hasValue("EssentialContainerExited");
            assertThat(task.stoppedReason()).hasValue("Essential container in task exited");
            assertThat(task.stoppedAt()).isPresent();
            assertThat(task.times().created()).isPresent();
            assertThat(task.times().started().orElseThrow())
                    .isAfter(task.times().created().orElseThrow())
                    .isBefore(task.stoppedAt().orElseThrow());
            assertThat(task.times().pullStarted().orElseThrow())
                    .isBefore(task.times().started().orElseThrow());
        });
        assertThat(stopped.get(0).containers())
                .filteredOn(container -> container.name().equals(APP))
                .singleElement()
                .satisfies(container -> {
                    assertThat(container.exitCode()).hasValue(137);
                    assertThat(container.reason()).hasValue("OutOfMemoryError: Container killed due to memory usage");
                });
    }

    @Test
    void tellsWhatTheCircuitBreakerCountedAndThatItRolledBack() {
        serviceRuns(1);
        String failed = deployed(TaskBehaviour.exits(1));
        sandbox.clock.advance(Duration.ofMinutes(10));
        assertThat(ecs.serviceDeployments(cluster(), service()))
                .filteredOn(record -> record.taskDefinition().equals(failed))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.isRolledBack()).isTrue();
                    assertThat(record.rollbackReason())
                            .hasValueSatisfying(reason -> assertThat(reason).contains("circuit breaker"));
                    assertThat(record.breaker()).hasValue(new ServiceDeploymentState.Breaker(3, 3, true));
                });
    }

    @Test
    void tellsHostPortsAndInstancesOfTasksOnEc2() {
        String host = sandbox.aws.ecs().containerInstance(cluster().value(), "i-0123456789abcdef0");
        sandbox.aws.ecs().service(cluster().value(), "bridged").bridge().create();
        List<TaskState> tasks =
                ecs.tasks(cluster(), ecs.listTasks(cluster(), new ServiceName("bridged"), TaskList.RUNNING));
        assertThat(tasks).singleElement().satisfies(task -> {
            assertThat(task.containerInstance()).hasValue(host);
            assertThat(task.addresses()).isEmpty();
            assertThat(task.bindings())
                    .singleElement()
                    .satisfies(binding -> assertThat(binding.containerPort()).isEqualTo(8080));
        });
        assertThat(ecs.instances(cluster(), List.of(host))).containsEntry(host, "i-0123456789abcdef0");
    }

    @Test
    void asksForTheTaskDefinitionOfAServiceRevisionOnlyOnce() {
        serviceRuns(1);
        ecs.serviceDeployments(cluster(), service());
        ecs.serviceDeployments(cluster(), service());
        assertThat(sandbox.aws.calls().count("ecs", "DescribeServiceRevisions")).isEqualTo(1);
    }

    @Test
    void asksForAHundredTasksAtATime() {
        serviceRuns(230);
        List<String> arns = ecs.listTasks(cluster(), service(), TaskList.RUNNING);
        ecs.tasks(cluster(), arns);
        assertThat(sandbox.aws.calls().count("ecs", "ListTasks")).isEqualTo(3);
        assertThat(sandbox.aws.calls().count("ecs", "DescribeTasks")).isEqualTo(3);
    }
}
