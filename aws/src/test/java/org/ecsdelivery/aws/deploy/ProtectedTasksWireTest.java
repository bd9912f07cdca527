package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;

/** Old tasks that are protected from scale-in, over the wire. */
class ProtectedTasksWireTest {
    private static final int MINUTES = 3;

    private final StepOnLocalAws step = new StepOnLocalAws();
    private final String group = step.targetGroup("web", StepOnLocalAws.DELAY);

    @AfterEach
    void close() {
        step.close();
    }

    @Test
    void namesTheTaskThatHoldsTheDeploymentUpAndWaitsForIt() {
        step.service(2).targetGroup(group).create();
        Instant end = step.time.instant().plus(Duration.ofMinutes(MINUTES));
        String kept = protectedOne();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.warnings())
                .containsExactly("The deployment waits: task " + kept + " of web:1 still runs: it is protected from"
                        + " scale-in until " + end + ", and ECS stops it after that.");
        assertThat(step.time.instant()).isAfter(end);
    }

    @Test
    void namesTheTaskAlsoWhereItsProtectionMayNotBeAsked() {
        step.service(2).targetGroup(group).create();
        step.aws.faults().always("ecs", "GetTaskProtection", Fault.denied());
        String kept = protectedOne();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.warnings())
                .singleElement()
                .asString()
                .startsWith("The deployment waits: task ")
                .contains("task " + kept + " of web:1 still runs. It may be protected from scale-in; ECS stops it when"
                        + " that ends.");
    }

    private String protectedOne() {
        try (EcsClient client = step.somebodyElse()) {
            String arn = client.listTasks(
                            request -> request.cluster(StepOnLocalAws.CLUSTER).serviceName(StepOnLocalAws.SERVICE))
                    .taskArns()
                    .get(1);
            client.updateTaskProtection(request -> request.cluster(StepOnLocalAws.CLUSTER)
                    .tasks(arn)
                    .protectionEnabled(true)
                    .expiresInMinutes(MINUTES));
            return arn.substring(arn.lastIndexOf('/') + 1);
        }
    }
}
