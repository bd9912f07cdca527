package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.serverSide.BuildFeature.PlaceToShow;
import jetbrains.buildServer.serverSide.InvalidProperty;
import org.ecsdelivery.common.settings.AgentParameter;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.junit.jupiter.api.Test;

class EnvFileBuildFeatureTest {
    private final EnvFileBuildFeature feature = ServerHalf.envFileFeature();

    @Test
    void standsAmongTheBuildFeaturesUnderItsName() {
        assertThat(feature.getType()).isEqualTo(EnvFileFeature.TYPE);
        assertThat(feature.getDisplayName()).isEqualTo("Env File");
        assertThat(feature.getPlaceToShow()).isEqualTo(PlaceToShow.GENERAL);
        assertThat(feature.getEditParametersUrl()).isEqualTo(ServerHalf.RESOURCES + "envFileEdit.jsp");
    }

    @Test
    void mayBeAddedOnceForEachFile() {
        assertThat(feature.isMultipleFeaturesPerBuildTypeAllowed()).isTrue();
    }

    @Test
    void acceptsItsDefaults() {
        assertThat(refused(Map.of())).isEmpty();
    }

    @Test
    void reportsEveryProblemAtOnceBesideItsField() {
        assertThat(refused(Map.of(
                        "envFile.path", "",
                        "envFile.dialect", "toml",
                        "envFile.ssm", "no path",
                        "envFile.values", "nonsense",
                        "aws.region", "Frankfurt")))
                .containsExactlyInAnyOrder(
                        "envFile.path", "envFile.dialect", "envFile.ssm", "envFile.values", "aws.region");
    }

    @Test
    void letsReferencesPassWhereOnlyABuildCanJudge() {
        assertThat(refused(Map.of("envFile.dialect", "%dialect%", "envFile.path", "%system.teamcity.build.tempDir%/x")))
                .isEmpty();
    }

    @Test
    void asksForJava17AndForOurAgentHalf() {
        assertThat(feature.getRequirements(Map.of()))
                .extracting(Requirement::getPropertyName)
                .containsExactly("teamcity.agent.jvm.specification", AgentParameter.VERSION);
    }

    @Test
    void describesWhatItWritesWhenAndFromWhat() {
        assertThat(described(Map.of()))
                .isEqualTo("Writes .env for docker before the first step, from build parameters env-file.*");
        assertThat(described(Map.of(
                        "envFile.path", "deploy/.env",
                        "envFile.dialect", "node",
                        "envFile.beforeStep", "Image",
                        "envFile.parameters", "env.DB_HOST\nMODE=shop.mode",
                        "envFile.template", ".env.template",
                        "envFile.ssm", "/shop/prod",
                        "envFile.secrets", "shop/prod\nDB=shop/db:password",
                        "envFile.values", "A=1\n\nB=2",
                        "envFile.required", "A, DB")))
                .isEqualTo(
                        "Writes deploy/.env for node before step 'Image', from build parameters env-file.*, env.DB_HOST,"
                                + " MODE=shop.mode, template .env.template, Systems Manager /shop/prod, Secrets Manager shop/prod,"
                                + " DB=shop/db:password, 2 values; requires A, DB");
    }

    @Test
    void describesNoValue() {
        assertThat(described(Map.of("envFile.values", "TOKEN=canary", "secure:aws.secretAccessKey", "canary")))
                .contains("1 value")
                .doesNotContain("canary");
    }

    private String described(Map<String, String> more) {
        return feature.describeParameters(defaultsAnd(more));
    }

    private List<String> refused(Map<String, String> more) {
        return feature.getParametersProcessor().process(defaultsAnd(more)).stream()
                .map(InvalidProperty::getPropertyName)
                .toList();
    }

    private Map<String, String> defaultsAnd(Map<String, String> more) {
        Map<String, String> given = new LinkedHashMap<>(feature.getDefaultParameters());
        given.putAll(more);
        return given;
    }
}
