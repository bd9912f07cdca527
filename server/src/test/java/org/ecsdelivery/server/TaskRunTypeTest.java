package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecsdelivery.server.ServerHalf.defaultsAnd;
import static org.ecsdelivery.server.ServerHalf.refused;

import java.util.Map;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.serverSide.RunTypeInfo;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.AgentParameter;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.TaskParameters;
import org.junit.jupiter.api.Test;

class TaskRunTypeTest {
    private final TaskRunType step = ServerHalf.taskStep();

    @Test
    void isNamedWithinTeamCitysLimit() {
        assertThat(step.getType()).isEqualTo(RunTypeId.TASK);
        assertThat(step.getDisplayName())
                .isEqualTo("Run ECS Task")
                .hasSizeLessThanOrEqualTo(RunTypeInfo.RUN_TYPE_NAME_SIZE);
        assertThat(step.getDescription()).isNotBlank();
    }

    @Test
    void acceptsItsDefaultsOnceClusterAndTaskDefinitionAreGiven() {
        assertThat(refused(step, defaultsAnd(step, "task.cluster", "prod", "task.definition", "migrate")))
                .isEmpty();
    }

    @Test
    void reportsEveryProblemAtOnceBesideItsField() {
        Map<String, String> given = defaultsAnd(step, "task.launch", "MOON", "task.cpu", "much", "task.subnets", "x");
        assertThat(refused(step, given))
                .containsExactlyInAnyOrder(
                        "task.cluster", "task.definition", "task.launch", "task.cpu", "task.subnets");
    }

    @Test
    void letsReferencesPassWhereOnlyABuildCanJudge() {
        Map<String, String> given = defaultsAnd(
                step, "task.cluster", "%c%", "task.definition", "%d%", "task.launch", "%on%", "task.subnets", "%nets%");
        assertThat(refused(step, given)).isEmpty();
    }

    @Test
    void startsWithTheDefaultsOfTheTableAndNothingElse() {
        for (Parameter parameter : TaskParameters.ALL) {
            assertThat(step.getDefaultRunnerProperties().getOrDefault(parameter.name(), ""))
                    .as(parameter.name())
                    .isEqualTo(parameter.defaultValue());
        }
    }

    @Test
    void asksForJava17AndForOurAgentHalfButNotForDocker() {
        assertThat(step.getRunnerSpecificRequirements(Map.of()))
                .extracting(Requirement::getPropertyName)
                .containsExactly("teamcity.agent.jvm.specification", AgentParameter.VERSION);
    }

    @Test
    void describesWhatItRunsAndWhere() {
        assertThat(step.describeParameters(defaultsAnd(
                        step, "task.cluster", "prod", "task.definition", "migrate", "secure:aws.sessionToken", "Fwo")))
                .isEqualTo("Runs migrate in cluster prod on FARGATE");
        assertThat(step.describeParameters(defaultsAnd(
                        step, "task.cluster", "prod", "task.definition", "convert", "task.inputs", "videos.txt")))
                .isEqualTo("Runs convert in cluster prod on FARGATE, once for each line of videos.txt");
    }

    @Test
    void findsItsPagesAndItsIconAmongThePluginsResources() {
        assertThat(step.getEditRunnerParamsJspFilePath()).isEqualTo("/plugins/ecs-delivery/taskEdit.jsp");
        assertThat(step.getViewRunnerParamsJspFilePath()).isEqualTo("/plugins/ecs-delivery/taskView.jsp");
        assertThat(step.getIconUrl()).isEqualTo("/plugins/ecs-delivery/task.svg");
    }
}
