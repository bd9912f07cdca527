package org.ecsdelivery.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.policy.DeployPolicy;
import org.ecsdelivery.common.policy.EffectivePolicy;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.ecsdelivery.common.policy.PolicySource;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.RunTypeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskRulesTest {
    private static final EffectivePolicy NO_POLICY = EffectivePolicy.none();
    private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();
    private static final Surroundings USUAL = around(ProtectedNames.of(Map.of(), NO_POLICY));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop:latest",
                "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop:main",
                "shop:Develop",
                "shop:%teamcity.build.branch%",
                "shop:v1-%vcsroot.branch%"
            })
    void warnsOfATagThatMovesOnAProtectedService(String image) {
        assertThat(deploy("prod", "shop", image))
                .singleElement()
                .satisfies(risk -> assertThat(risk.what()).contains(image));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%ecs-delivery.image.uri%",
                "shop:%build.number%",
                "shop:1.4.2",
                "shop:latest@sha256:0000000000000000000000000000000000000000000000000000000000000000",
                "host:5000/latest/shop:42"
            })
    void letsATagStandThatIsPushedOnce(String image) {
        assertThat(deploy("prod", "shop", image)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "prod, shop, true",
        "PROD-EU, shop, true",
        "arn:aws:ecs:eu-central-1:123456789012:cluster/prod, shop, true",
        "all, shop-prod, true",
        "all, 'web, shop-prod=shop:1', true",
        "dev, shop, false",
        "reproduction, shop, false",
        "%cluster%, shop, false"
    })
    void holdsProtectedNamesToMore(String cluster, String service, boolean told) {
        assertThat(deploy(cluster, service, "shop:latest")).hasSize(told ? 1 : 0);
    }

    @Test
    void takesTheProjectsOwnNamesInsteadOfTheUsual() {
        Map<String, String> settings = settings("live-eu", "shop", "shop:latest");
        Surroundings own = around(ProtectedNames.of(Map.of(ProtectedNames.PARAMETER, "live*"), NO_POLICY));

        assertThat(RiskRules.in(RunTypeId.DEPLOY, settings, own)).hasSize(1);
        assertThat(RiskRules.in(RunTypeId.DEPLOY, settings("prod", "shop", "shop:latest"), own))
                .isEmpty();
    }

    @Test
    void protectsNothingWhereTheProjectSaysSo() {
        Surroundings none = around(ProtectedNames.of(Map.of(ProtectedNames.PARAMETER, " "), NO_POLICY));

        assertThat(RiskRules.in(RunTypeId.DEPLOY, settings("prod", "shop", "shop:latest"), none))
                .isEmpty();
    }

    @Test
    void looksAtTheImageOfEachService() {
        assertThat(deploy("prod", "web=web:7, worker=worker:latest", "%ecs-delivery.image.uri%"))
                .extracting(Risk::what)
                .singleElement()
                .asString()
                .contains("worker:latest");
    }

    @ParameterizedTest
    @CsvSource({"LIVE, 1", "DEPLOYED, 1", "deployed, 1", "DRAINED, 0", "STOPPED, 0", "'', 0", "%level%, 0"})
    void tellsOfADeploymentThatEndsBeforeOldTasksAreDrained(String level, int told) {
        Map<String, String> settings = Map.of("deploy.cluster", "prod", "deploy.finishLevel", level);

        assertThat(RiskRules.in(RunTypeId.DEPLOY, settings, USUAL)).hasSize(told);
    }

    @ParameterizedTest
    @CsvSource({
        RunTypeId.IMAGE + ", image.buildArgs",
        RunTypeId.DEPLOY + ", deploy.environment",
        RunTypeId.TASK + ", task.environment",
        EnvFileFeature.TYPE + ", envFile.values"
    })
    void namesAPlainSecretWithoutItsValue(String type, String field) {
        Map<String, String> settings = Map.of(field, "MODE=fast\n DB_PASSWORD = hunter2canary\n");

        assertThat(RiskRules.in(type, settings, USUAL)).singleElement().satisfies(risk -> {
            assertThat(risk.field().name()).isEqualTo(field);
            assertThat(risk.what()).contains("DB_PASSWORD");
            assertThat(risk.toString()).doesNotContain("hunter2canary");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD=%db.password%",
                "DB_PASSWORD=",
                "TOKEN_URL=https://login.example.org",
                "DB_PASSWORD_FILE=/run/secrets/db",
                "API_TOKEN_ARN=arn:aws:secretsmanager:eu-central-1:123456789012:secret:x",
                "MODE=fast",
                "no line of this form",
                "=x"
            })
    void letsStandWhatHoldsNoSecret(String line) {
        assertThat(RiskRules.in(RunTypeId.IMAGE, Map.of("image.buildArgs", line), USUAL))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "billing, shop, true",
        "shared, shop, true",
        "prod, web, true",
        "shared, web, false",
        "%cluster%, shop, false"
    })
    void holdsWhatAPolicyProtectsToMoreBesideTheUsualNames(String cluster, String service, boolean told) {
        Surroundings around = around(ProtectedNames.of(Map.of(), policy("billing shared/shop")));

        assertThat(RiskRules.in(RunTypeId.DEPLOY, settings(cluster, service, "shop:latest"), around))
                .hasSize(told ? 1 : 0);
    }

    @Test
    void protectsWhatAPolicySaysWhereTheProjectNamesNothing() {
        Surroundings around =
                around(ProtectedNames.of(Map.of(ProtectedNames.PARAMETER, ""), policy("billing shared/shop")));

        assertThat(RiskRules.in(RunTypeId.DEPLOY, settings("shared", "shop", "shop:latest"), around))
                .hasSize(1);
    }

    @Test
    void knowsWhatTheParametersOfTheConfigurationStandFor() {
        Map<String, String> parameters = Map.of("%cluster%", "prod", "%image%", "shop:latest", "%minutes%", "61");
        Surroundings around = new Surroundings(
                ProtectedNames.of(Map.of(), NO_POLICY), 60, true, text -> parameters.getOrDefault(text, text));
        Map<String, String> settings = new HashMap<>(settings("%cluster%", "shop", "%image%"));
        settings.put("deploy.timeoutMinutes", "%minutes%");

        assertThat(RiskRules.in(RunTypeId.DEPLOY, settings, around))
                .hasSize(3)
                .extracting(Risk::what)
                .anyMatch(what -> what.contains("deploys %image%, a tag that moves"))
                .noneMatch(what -> what.contains("latest"));
    }

    @Test
    void letsADryRunStand() {
        Map<String, String> settings = new HashMap<>(settings("prod", "shop", "shop:latest"));
        settings.put("deploy.dryRun", "true");

        assertThat(RiskRules.in(RunTypeId.DEPLOY, settings, USUAL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"prod, true, 1", "dev, true, 0", "prod, false, 0"})
    void tellsOfPersonalBuildsBesideAProtectedService(String cluster, boolean allowed, int told) {
        Surroundings around = new Surroundings(ProtectedNames.of(Map.of(), NO_POLICY), 0, allowed, AS_IT_IS);

        assertThat(RiskRules.in(RunTypeId.DEPLOY, settings(cluster, "shop", "shop:7"), around))
                .hasSize(told)
                .allSatisfy(risk -> assertThat(risk.remedy()).contains("allow triggering personal builds"));
    }

    @ParameterizedTest
    @CsvSource({
        RunTypeId.DEPLOY + ", deploy.timeoutMinutes, 61, 60, 1",
        RunTypeId.DEPLOY + ", deploy.timeoutMinutes, 60, 60, 0",
        RunTypeId.DEPLOY + ", deploy.timeoutMinutes, 1440, 0, 0",
        RunTypeId.DEPLOY + ", deploy.timeoutMinutes, '', 20, 1",
        RunTypeId.DEPLOY + ", deploy.timeoutMinutes, '', 30, 0",
        RunTypeId.DEPLOY + ", deploy.timeoutMinutes, %minutes%, 20, 0",
        RunTypeId.TASK + ", task.timeoutMinutes, 61, 60, 1",
        RunTypeId.TASK + ", task.timeoutMinutes, '', 59, 1"
    })
    void warnsOfAStepThatMayTakeLongerThanItsBuild(String type, String field, String minutes, int limit, int told) {
        Surroundings around = new Surroundings(ProtectedNames.of(Map.of(), NO_POLICY), limit, false, AS_IT_IS);

        assertThat(RiskRules.in(type, Map.of(field, minutes), around))
                .hasSize(told)
                .allSatisfy(risk -> assertThat(risk.what()).contains("after " + limit));
    }

    @Test
    void hasNothingToSayOfStepsOfOthers() {
        assertThat(RiskRules.in("simpleRunner", Map.of("deploy.image", "a:latest"), USUAL))
                .isEmpty();
    }

    private static List<Risk> deploy(String cluster, String service, String image) {
        return RiskRules.in(RunTypeId.DEPLOY, settings(cluster, service, image), USUAL)
                .toList();
    }

    private static Surroundings around(ProtectedNames names) {
        return new Surroundings(names, 0, false, AS_IT_IS);
    }

    private static EffectivePolicy policy(String environments) {
        Parsed<DeployPolicy> parsed =
                PolicyParameters.parse(Map.of(PolicyParameters.ENVIRONMENTS.name(), environments));
        return EffectivePolicy.of(
                new PolicySource("Shop", "PROJECT_EXT_1"), ((Parsed.Valid<DeployPolicy>) parsed).settings());
    }

    private static Map<String, String> settings(String cluster, String service, String image) {
        return Map.of("deploy.cluster", cluster, "deploy.service", service, "deploy.image", image);
    }
}
