package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecsdelivery.server.ServerHalf.defaultsAnd;
import static org.ecsdelivery.server.ServerHalf.refused;

import java.util.Map;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.serverSide.RunTypeInfo;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.AgentParameter;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployRunTypeTest {
    private final DeployRunType step = ServerHalf.deployStep();

    @Test
    void isNamedWithinTeamCitysLimit() {
        assertThat(step.getType()).isEqualTo(RunTypeId.DEPLOY);
        assertThat(step.getDisplayName())
                .isEqualTo("Deploy to ECS")
                .hasSizeLessThanOrEqualTo(RunTypeInfo.RUN_TYPE_NAME_SIZE);
        assertThat(step.getDescription()).isNotBlank();
    }

    @Test
    void acceptsItsDefaultsOnceClusterAndServiceAreGiven() {
        assertThat(refused(step, defaultsAnd(step, "deploy.cluster", "prod", "deploy.service", "web")))
                .isEmpty();
    }

    @Test
    void reportsEveryProblemAtOnceBesideItsField() {
        Map<String, String> given = defaultsAnd(
                step, "deploy.image", "team/shop", "deploy.finishLevel", "SOON", "deploy.timeoutMinutes", "0");
        assertThat(refused(step, given))
                .containsExactlyInAnyOrder(
                        "deploy.cluster",
                        "deploy.service",
                        "deploy.image",
                        "deploy.finishLevel",
                        "deploy.timeoutMinutes");
    }

    @Test
    void letsReferencesPassWhereOnlyABuildCanJudge() {
        Map<String, String> given = defaultsAnd(
                step,
                "deploy.cluster",
                "%env.cluster%",
                "deploy.service",
                "web-%stage%",
                "deploy.finishLevel",
                "%level%",
                "deploy.timeoutMinutes",
                "%minutes%");
        assertThat(refused(step, given)).isEmpty();
    }

    @Test
    void startsWithTheDefaultsOfTheTableAndNothingElse() {
        for (Parameter parameter : DeployParameters.ALL) {
            assertThat(step.getDefaultRunnerProperties().getOrDefault(parameter.name(), ""))
                    .as(parameter.name())
                    .isEqualTo(parameter.defaultValue());
        }
        assertThat(step.getDefaultRunnerProperties())
                .allSatisfy((name, value) -> assertThat(value).isNotEmpty());
    }

    @Test
    void asksForJava17AndForOurAgentHalfButNotForDocker() {
        assertThat(step.getRunnerSpecificRequirements(Map.of()))
                .extracting(Requirement::getPropertyName)
                .containsExactly("teamcity.agent.jvm.specification", AgentParameter.VERSION);
    }

    @ParameterizedTest
    @CsvSource({"1.8, false", "11, false", "17, true", "21, true"})
    void sortsAgentsByTheJavaTheyRunOn(String java, boolean compatible) {
        Map<String, String> agent = Map.of("teamcity.agent.jvm.specification", java, AgentParameter.VERSION, "0.1.0");
        assertThat(step.getRunnerSpecificRequirements(Map.of()).stream()
                        .allMatch(requirement -> requirement.match(agent, false)))
                .isEqualTo(compatible);
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE, the new tasks serve",
        "DEPLOYED, ECS reports it completed",
        "DRAINED, the old targets are drained",
        "stopped, the old tasks are stopped",
        "%level%, %level%"
    })
    void describesHowFarItFollows(String level, String end) {
        Map<String, String> given =
                defaultsAnd(step, "deploy.cluster", "prod", "deploy.service", "web", "deploy.finishLevel", level);
        assertThat(step.describeParameters(given))
                .isEqualTo("Deploys %ecs-delivery.image.uri% to service web in cluster prod, until " + end);
    }

    @Test
    void describesADryRun() {
        assertThat(step.describeParameters(defaultsAnd(step, "deploy.dryRun", "true")))
                .startsWith("Dry run: deploys ");
    }

    @Test
    void describesNoSecret() {
        Map<String, String> given = defaultsAnd(
                step, "secure:aws.secretAccessKey", "wJalrXUtnFEMI", "secure:aws.sessionToken", "FwoGZXIvYXdz");
        assertThat(step.describeParameters(given))
                .doesNotContain("wJalrXUtnFEMI")
                .doesNotContain("FwoGZXIvYXdz");
    }

    @Test
    void findsItsPagesAndItsIconAmongThePluginsResources() {
        assertThat(step.getEditRunnerParamsJspFilePath()).isEqualTo("/plugins/ecs-delivery/deployEdit.jsp");
        assertThat(step.getViewRunnerParamsJspFilePath()).isEqualTo("/plugins/ecs-delivery/deployView.jsp");
        assertThat(step.getIconUrl()).isEqualTo("/plugins/ecs-delivery/deploy.svg");
    }
}
