package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Revisions that are deregistered after a deployment, over the wire. */
class OldRevisionsWireTest {
    private final StepOnLocalAws step = new StepOnLocalAws();
    private final EcsClient user = step.somebodyElse();
    private String family = "";

    @AfterEach
    void close() {
        user.close();
        step.close();
    }

    /** The service runs revision 1, a service in another cluster revision 2; 3 and 4 are nobody's. */
    private void world() {
        step.service(1).create();
        String first = user.describeServices(
                        request -> request.cluster(StepOnLocalAws.CLUSTER).services(StepOnLocalAws.SERVICE))
                .services()
                .get(0)
                .taskDefinition();
        TaskDefinition base = user.describeTaskDefinition(request -> request.taskDefinition(first))
                .taskDefinition();
        family = base.family();
        String second = again(base);
        again(base);
        again(base);
        step.aws
                .ecs()
                .service("other", "elsewhere")
                .taskDefinition(second)
                .running(1)
                .create();
    }

    private String again(TaskDefinition base) {
        return user.registerTaskDefinition(request -> request.family(base.family())
                        .networkMode(base.networkMode())
                        .containerDefinitions(base.containerDefinitions()))
                .taskDefinition()
                .taskDefinitionArn();
    }

    private List<String> active() {
        return user
                .listTaskDefinitions(request -> request.familyPrefix(family).sort(SortOrder.ASC))
                .taskDefinitionArns()
                .stream()
                .map(RevisionState::shortId)
                .toList();
    }

    @Test
    void goWhenNoClusterUsesThem() {
        world();

        assertThat(step.keeping(2).run()).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(active()).containsExactly(family + ":1", family + ":2", family + ":4", family + ":5");
        assertThat(step.warnings()).noneMatch(each -> each.contains("stay registered"));
    }

    @Test
    void stayWhereNobodyMaySeeWhoUsesThemAndTheDeploymentSucceedsAllTheSame() {
        world();
        step.aws.faults().always("ecs", "ListServices", Fault.denied());

        assertThat(step.keeping(2).run()).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(active()).hasSize(5);
        assertThat(step.warnings())
                .filteredOn(each -> each.contains("stay registered"))
                .singleElement()
                .asString()
                .startsWith("Revisions of " + family + " older than the newest 2 stay registered:")
                .contains("ecs:ListServices");
    }
}
