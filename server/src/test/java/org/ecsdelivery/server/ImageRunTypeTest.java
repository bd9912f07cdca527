package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecsdelivery.server.ServerHalf.defaultsAnd;
import static org.ecsdelivery.server.ServerHalf.refused;

import java.util.Map;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.serverSide.InvalidProperty;
import jetbrains.buildServer.serverSide.RunTypeInfo;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.AgentParameter;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.junit.jupiter.api.Test;

class ImageRunTypeTest {
    private final ImageRunType step = ServerHalf.imageStep();

    @Test
    void isNamedWithinTeamCitysLimit() {
        assertThat(step.getType()).isEqualTo(RunTypeId.IMAGE);
        assertThat(step.getDisplayName())
                .isEqualTo("Build and Push Image to ECR")
                .hasSizeLessThanOrEqualTo(RunTypeInfo.RUN_TYPE_NAME_SIZE);
        assertThat(step.getDescription()).isNotBlank();
    }

    @Test
    void acceptsItsDefaultsOnceARepositoryIsGiven() {
        assertThat(refused(step, defaultsAnd(step, "image.repository", "team/shop")))
                .isEmpty();
    }

    @Test
    void letsReferencesPassWhereOnlyABuildCanJudge() {
        assertThat(refused(
                        step,
                        defaultsAnd(step, "image.repository", "%registry%/team/shop", "image.pull", "%always.pull%")))
                .isEmpty();
    }

    @Test
    void reportsEveryProblemAtOnceBesideItsField() {
        Map<String, String> given = defaultsAnd(
                step, "image.tags", "not a/tag", "image.buildArgs", "no equals sign", "aws.accessKeyId", "AKIA123");
        assertThat(refused(step, given))
                .containsExactlyInAnyOrder(
                        "image.repository", "image.tags", "image.buildArgs", "secure:aws.secretAccessKey");
    }

    @Test
    void saysWhatIsWrongAndWhatToEnter() {
        assertThat(
                        step
                                .getRunnerPropertiesProcessor()
                                .process(defaultsAnd(step, "image.repository", "team/shop:1"))
                                .stream()
                                .map(InvalidProperty::getInvalidReason))
                .singleElement()
                .asString()
                .startsWith("'team/shop:1' carries a tag or digest")
                .contains("Enter the ECR repository");
    }

    @Test
    void neverRepeatsASecretInAProblem() {
        Map<String, String> given =
                defaultsAnd(step, "secure:aws.secretAccessKey", "wJalrXUtnFEMI", "aws.endpoint", "no address");
        assertThat(step.getRunnerPropertiesProcessor().process(given).toString())
                .doesNotContain("wJalrXUtnFEMI");
    }

    @Test
    void startsWithTheDefaultsOfTheTableAndNothingElse() {
        assertThat(step.getDefaultRunnerProperties())
                .containsEntry("image.tags", "%build.number%")
                .containsEntry("image.standardLabels", "true")
                .allSatisfy((name, value) -> assertThat(value).isNotEmpty());
        for (Parameter parameter : ImageParameters.ALL) {
            assertThat(step.getDefaultRunnerProperties().getOrDefault(parameter.name(), ""))
                    .as(parameter.name())
                    .isEqualTo(parameter.defaultValue());
        }
    }

    @Test
    void asksForDockerForJava17AndForOurAgentHalf() {
        assertThat(step.getRunnerSpecificRequirements(Map.of()))
                .extracting(Requirement::getPropertyName)
                .containsExactly("teamcity.agent.jvm.specification", AgentParameter.VERSION, "docker.server.version");
    }

    @Test
    void describesItselfInASentence() {
        assertThat(step.describeParameters(
                        defaultsAnd(step, "image.repository", "team/shop", "image.tags", "%build.number%\nlatest")))
                .isEqualTo("Builds Dockerfile in . and pushes team/shop with tags %build.number%, latest");
    }

    @Test
    void describesADockerfileOfItsOwnAndASingleTag() {
        Map<String, String> given =
                defaultsAnd(step, "image.repository", "team/shop", "image.dockerfile", "ci/Shop", "image.context", "a");
        assertThat(step.describeParameters(given))
                .isEqualTo("Builds ci/Shop in a and pushes team/shop with tag %build.number%");
    }

    @Test
    void describesItselfBeforeAnythingIsEntered() {
        assertThat(step.describeParameters(Map.of()))
                .isEqualTo("Builds Dockerfile in . and pushes (no Repository) with tag %build.number%");
    }

    @Test
    void describesNoBuildArgumentAndNoSecret() {
        Map<String, String> given =
                defaultsAnd(step, "image.buildArgs", "TOKEN=hush", "secure:aws.secretAccessKey", "wJalrXUtnFEMI");
        assertThat(step.describeParameters(given)).doesNotContain("hush").doesNotContain("wJalrXUtnFEMI");
    }

    @Test
    void findsItsPagesAndItsIconAmongThePluginsResources() {
        assertThat(step.getEditRunnerParamsJspFilePath()).isEqualTo("/plugins/ecs-delivery/imageEdit.jsp");
        assertThat(step.getViewRunnerParamsJspFilePath()).isEqualTo("/plugins/ecs-delivery/imageView.jsp");
        assertThat(step.getIconUrl()).isEqualTo("/plugins/ecs-delivery/image.svg");
    }
}
