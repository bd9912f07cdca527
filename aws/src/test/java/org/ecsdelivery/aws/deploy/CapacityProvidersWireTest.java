package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.ecsdelivery.common.settings.CapacityShare;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;

/** Deploys to other capacity providers, over the wire. */
class CapacityProvidersWireTest {
    private static final ServiceChanges ON_SPOT = ServiceChanges.NONE.on(
            List.of(new CapacityShare("FARGATE", 1, 1), new CapacityShare("FARGATE_SPOT", 3, 0)));

    private final StepOnLocalAws step = new StepOnLocalAws();

    @BeforeEach
    void serviceRuns() {
        step.service(2).create();
    }

    @AfterEach
    void close() {
        step.close();
    }

    private List<CapacityProviderStrategyItem> strategy() {
        try (EcsClient client = step.somebodyElse()) {
            return client.describeServices(
                            request -> request.cluster(StepOnLocalAws.CLUSTER).services(StepOnLocalAws.SERVICE))
                    .services()
                    .get(0)
                    .capacityProviderStrategy();
        }
    }

    @Test
    void switchesAServiceFromItsLaunchTypeToCapacityProviders() {
        assertThat(step.changing(ON_SPOT).run()).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(strategy())
                .extracting(
                        CapacityProviderStrategyItem::capacityProvider,
                        CapacityProviderStrategyItem::weight,
                        CapacityProviderStrategyItem::base)
                .containsExactly(tuple("FARGATE", 1, 1), tuple("FARGATE_SPOT", 3, 0));
    }

    @Test
    void replacesTheTasksOfTheRevisionThatRunsAndThenHasNothingToDo() {
        step.run();
        assertThat(step.changing(ON_SPOT).run()).isInstanceOf(DeployResult.Succeeded.class);
        long updates = step.aws.calls().count("ecs", "UpdateService");
        assertThat(updates).isEqualTo(2);

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(step.aws.calls().count("ecs", "UpdateService")).isEqualTo(updates);
        assertThat(step.aws.calls().count("ecs", "RegisterTaskDefinition")).isEqualTo(1);
    }
}
