package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ecsdelivery.common.settings.PropagateTags;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskField;

/** Tags of revisions and of tasks, over the wire. */
class TagsWireTest {
    private final StepOnLocalAws step = new StepOnLocalAws();

    @BeforeEach
    void serviceRuns() {
        step.service(2).create();
    }

    @AfterEach
    void close() {
        step.close();
    }

    @Test
    void newTasksGetTheTagsOfTheirRevision() {
        step.changing(ServiceChanges.NONE.propagating(PropagateTags.TASK_DEFINITION));

        assertThat(step.tagging(Map.of("cost center", "shop/42")).run()).isInstanceOf(DeployResult.Succeeded.class);

        try (EcsClient client = step.somebodyElse()) {
            var arns = client.listTasks(
                            request -> request.cluster(StepOnLocalAws.CLUSTER).serviceName(StepOnLocalAws.SERVICE))
                    .taskArns();
            assertThat(client.describeTasks(request -> request.cluster(StepOnLocalAws.CLUSTER)
                                    .tasks(arns)
                                    .include(TaskField.TAGS))
                            .tasks())
                    .hasSize(2)
                    .allSatisfy(task -> assertThat(task.tags())
                            .contains(Tag.builder()
                                    .key("cost center")
                                    .value("shop/42")
                                    .build()));
        }
    }

    @Test
    void registersOnceForATagAndNotAgain() {
        step.run();
        step.tagging(Map.of("team", "shop")).run();
        assertThat(step.aws.calls().count("ecs", "RegisterTaskDefinition")).isEqualTo(2);

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(step.aws.calls().count("ecs", "RegisterTaskDefinition")).isEqualTo(2);
        assertThat(step.aws.calls().count("ecs", "UpdateService")).isEqualTo(2);
    }
}
