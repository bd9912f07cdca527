package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.event.DeployEvent.MigrationAwaited;
import org.ecsdelivery.engine.event.TaskEvent.LogWritten;
import org.ecsdelivery.engine.event.TaskEvent.TaskBegun;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Task;

/** What runs before the service is changed, over the wire. */
class MigrationWireTest {
    private final StepOnLocalAws step = new StepOnLocalAws().migrating("migrate", "--all up");
    private boolean dead;

    @BeforeEach
    void serviceIsThere() {
        ObjectNode definition =
                new ObjectMapper().createObjectNode().put("family", "web").put("networkMode", "awsvpc");
        ObjectNode app = definition.withArray("containerDefinitions").addObject();
        app.put("name", StepOnLocalAws.CONTAINER).put("image", "registry.example.org/web:1");
        app.withArray("portMappings").addObject().put("containerPort", 8080);
        ObjectNode log = app.putObject("logConfiguration").put("logDriver", "awslogs");
        log.putObject("options").put("awslogs-group", "/prod/web").put("awslogs-stream-prefix", "run");
        step.service(2)
                .taskDefinition(step.aws.ecs().taskDefinition(definition))
                .targetGroup(step.targetGroup("web", StepOnLocalAws.DELAY))
                .create();
    }

    @AfterEach
    void close() {
        step.close();
    }

    private void migrationsDo(TaskBehaviour behaviour) {
        step.aws.ecs().behaviourOfRuns(image -> true, behaviour);
    }

    private long runs() {
        return step.aws.calls().count("ecs", "RunTask");
    }

    private long updates() {
        return step.aws.calls().count("ecs", "UpdateService");
    }

    @Test
    void itsLogStandsInTheBuildLogAndTheDeploymentFollows() {
        migrationsDo(TaskBehaviour.exits(0).printing("3 tables changed"));

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(step.told(LogWritten.class)).extracting(LogWritten::text).containsExactly("3 tables changed");
        assertThat(runs()).isEqualTo(1);
        assertThat(step.told(TaskBegun.class))
                .singleElement()
                .satisfies(begun -> assertThat(begun.task().taskDefinition()).endsWith("/web:2"));
    }

    @Test
    void nothingIsChangedWhenItFails() {
        migrationsDo(TaskBehaviour.exits(3));

        assertThatThrownBy(step::run)
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("so no service was changed")
                .hasMessageContaining("container app ended with exit code 3");
        assertThat(updates()).isZero();
    }

    @Test
    void aStepThatIsRunAgainAfterItsAgentWasKilledNeverRunsTwoAtOnce() {
        migrationsDo(TaskBehaviour.healthy());
        killedWhileItRuns();
        String first = step.told(TaskBegun.class).get(0).task().arn();
        step.time.at(step.time.elapsed().plusSeconds(60), () -> {
            assertThat(runs()).isEqualTo(1);
            migrationsDo(TaskBehaviour.exits(0));
            stop(first);
        });

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(step.told(MigrationAwaited.class)).hasSize(1);
        assertThat(runs()).isEqualTo(2);
        assertThat(step.aws.calls().count("ecs", "RegisterTaskDefinition")).isEqualTo(1);
    }

    private void killedWhileItRuns() {
        dead = true;
        step.listen(event -> {
            if (dead && event instanceof TaskBegun) {
                throw new StackOverflowError("the agent is gone");
            }
        });
        assertThatThrownBy(step::run).isInstanceOf(StackOverflowError.class);
        dead = false;
    }

    private void stop(String task) {
        try (EcsClient ecs = step.somebodyElse()) {
            Task stopped = ecs.stopTask(
                            request -> request.cluster(StepOnLocalAws.CLUSTER).task(task))
                    .task();
            assertThat(stopped.startedBy()).isNotEmpty();
        }
    }

    @Test
    void aStoppedBuildStopsIt() {
        migrationsDo(TaskBehaviour.healthy());
        step.time.at(Duration.ofSeconds(30), () -> step.cancellation.cancel("stopped"));

        assertThatThrownBy(step::run).isInstanceOf(Cancelled.class);
        assertThat(step.aws.calls().count("ecs", "StopTask")).isEqualTo(1);
        assertThat(updates()).isZero();
    }

    @Test
    void aPermissionThatIsMissingIsNamedWithTheStatementToAdd() {
        step.aws.faults().always("ecs", "RunTask", Fault.denied());

        assertThatThrownBy(step::run)
                .hasMessageContaining("The build may not ecs:RunTask on")
                .hasMessageContaining("\"Action\":\"ecs:RunTask\"");
        assertThat(updates()).isZero();
    }
}
