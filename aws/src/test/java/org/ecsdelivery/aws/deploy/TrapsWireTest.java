package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.NetworkMode;

/** What has made other tools tell a wrong end, over the wire (docs/reliability.md, "Traps"). */
class TrapsWireTest {
    private final StepOnLocalAws step = new StepOnLocalAws();

    @AfterEach
    void close() {
        step.close();
    }

    private void somebodyElseUpdates(String taskDefinition, boolean force) {
        try (EcsClient client = step.somebodyElse()) {
            client.updateService(request -> request.cluster(StepOnLocalAws.CLUSTER)
                    .service(StepOnLocalAws.SERVICE)
                    .taskDefinition(taskDefinition)
                    .forceNewDeployment(force));
        }
    }

    @Test
    void noticesTheRollBackFromARevisionToItself() {
        step.service(2).image(StepOnLocalAws.IMAGE).create();
        step.newTasks(TaskBehaviour.exits(1));
        somebodyElseUpdates("web:1", true);

        assertThat(step.run())
                .isInstanceOfSatisfying(
                        DeployResult.RolledBack.class,
                        back -> assertThat(back.backTo())
                                .isEqualTo(back.taskDefinition())
                                .endsWith(":1"));
        assertThat(step.told(DeployEvent.DeploymentAdopted.class)).hasSize(1);
    }

    @Test
    void saysSupersededWhenSomebodyDeploysInTheSameMoment() {
        step.service(2).create();
        step.listen(event -> {
            if (event instanceof DeployEvent.DeploymentStarted) {
                somebodyElseUpdates("web:1", false);
            }
        });

        assertThat(step.run()).isInstanceOf(DeployResult.Superseded.class);
        assertThat(step.time.elapsed()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void deploysAServiceOnCapacityProviders() {
        step.aws.ecs().cluster(StepOnLocalAws.CLUSTER);
        try (EcsClient client = step.somebodyElse()) {
            client.registerTaskDefinition(definition -> definition
                    .family(StepOnLocalAws.SERVICE)
                    .networkMode(NetworkMode.AWSVPC)
                    .containerDefinitions(container ->
                            container.name(StepOnLocalAws.CONTAINER).image("example.org/app:1")));
            client.createService(service -> service.cluster(StepOnLocalAws.CLUSTER)
                    .serviceName(StepOnLocalAws.SERVICE)
                    .taskDefinition(StepOnLocalAws.SERVICE)
                    .desiredCount(2)
                    .capacityProviderStrategy(provider ->
                            provider.capacityProvider("FARGATE_SPOT").weight(1)));
            assertThat(client.describeServices(request ->
                                    request.cluster(StepOnLocalAws.CLUSTER).services(StepOnLocalAws.SERVICE))
                            .services()
                            .get(0)
                            .launchType())
                    .isNull();
        }

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
    }
}
