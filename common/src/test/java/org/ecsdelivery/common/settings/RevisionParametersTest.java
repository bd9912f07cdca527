package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionParametersTest {
    private static final String ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf:url::";

    @Test
    void changesNothingUnlessTold() {
        assertThat(valid(Map.of())).isEqualTo(RevisionChanges.NONE);
        assertThat(valid(Map.of()).touchVariables()).isFalse();
    }

    @Test
    void readsVariablesWhoseValuesHoldEqualsSigns() {
        assertThat(valid(Map.of("deploy.environment", "A=1\n\nURL=https://h/?q=1&r=2\nEMPTY="))
                        .environment())
                .containsExactly(Map.entry("A", "1"), Map.entry("URL", "https://h/?q=1&r=2"), Map.entry("EMPTY", ""));
    }

    @Test
    void readsSecretsOfBothServices() {
        String parameter = "arn:aws-cn:ssm:cn-north-1:123456789012:parameter/db";
        assertThat(valid(Map.of("deploy.secrets", "DB=" + ARN + "\nP=" + parameter))
                        .secrets())
                .containsExactly(Map.entry("DB", ARN), Map.entry("P", parameter));
    }

    @Test
    void readsTheEnvFileToHandOver() {
        assertThat(valid(Map.of("deploy.envFile", ".env")).envFile())
                .contains(EnvFileUse.of(".env", EnvFileUse.As.SECRETS));
        assertThat(valid(Map.of("deploy.envFile", "a/.env", "deploy.envFileAs", "ENVIRONMENT"))
                        .envFile())
                .contains(EnvFileUse.of("a/.env", EnvFileUse.As.ENVIRONMENT));
        assertThat(valid(Map.of("deploy.envFileAs", "ENVIRONMENT")).envFile()).isEmpty();
    }

    @Test
    void readsTheFolderThatACopyOfTheEnvFileGoesTo() {
        Map<String, String> given = Map.of(
                "deploy.envFile",
                ".env",
                "deploy.envFileAs",
                "S3",
                "deploy.envFileBucket",
                "s3://shop-files/prod/env/");

        assertThat(valid(given).envFile()).contains(EnvFileUse.of(".env", new S3Folder("shop-files", "prod/env")));
        assertThat(S3Folder.parse("s3://shop-files").key("a.env")).isEqualTo("a.env");
    }

    @Test
    void wantsTheFolderOfAnEnvFileThatGoesToS3() {
        assertThat(refused(Map.of("deploy.envFile", ".env", "deploy.envFileAs", "S3")))
                .extracting(each -> each.parameter().name())
                .containsExactly("deploy.envFileBucket");
    }

    @Test
    void letsWhatTheStepSaysOfAVariableCountBeforeTheEnvFile() {
        RevisionChanges changes = valid(Map.of(
                        "deploy.envFile", ".env",
                        "deploy.environment", "A=step",
                        "deploy.secrets", "DB=" + ARN,
                        "deploy.environmentUnset", "GONE"))
                .taking(Map.of("A", "file", "DB", "file", "GONE", "file", "MORE", "file"), Map.of("B", "arn:b"));

        assertThat(changes.environment()).containsOnly(Map.entry("A", "step"), Map.entry("MORE", "file"));
        assertThat(changes.secrets()).containsOnly(Map.entry("DB", ARN), Map.entry("B", "arn:b"));
        assertThat(changes.envFile())
                .contains(EnvFileUse.of(".env", EnvFileUse.As.SECRETS).giving(Set.of("B"), Set.of("MORE")));
    }

    @Test
    void readsTheRest() {
        RevisionChanges changes = valid(Map.of(
                "deploy.environmentUnset", "OLD, OLDER",
                "deploy.environmentReplace", "true",
                "deploy.command", "serve\n--port=80 80",
                "deploy.cpu", "512",
                "deploy.memory", "1024",
                "deploy.taskRole", "arn:aws:iam::123456789012:role/path/task",
                "deploy.executionRole", "arn:aws:iam::123456789012:role/execution"));

        assertThat(changes.removed()).isEqualTo(Set.of("OLD", "OLDER"));
        assertThat(changes.replacing()).isTrue();
        assertThat(changes.command()).containsExactly("serve", "--port=80 80");
        assertThat(changes.cpu()).contains("512");
        assertThat(changes.memory()).contains("1024");
        assertThat(changes.taskRole()).contains("arn:aws:iam::123456789012:role/path/task");
        assertThat(changes.executionRole()).contains("arn:aws:iam::123456789012:role/execution");
    }

    @Test
    void readsATaskDefinitionFileAndItsValues() {
        assertThat(valid(Map.of(
                                "deploy.taskDefinitionFile", "deploy/web.json",
                                "deploy.taskDefinitionValues", "STAGE=prod\nlog.group=/prod/web"))
                        .file())
                .contains(DefinitionFile.at("deploy/web.json", Map.of("STAGE", "prod", "log.group", "/prod/web")));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "deploy.environment, no-equals-sign",
        "deploy.environment, my name=1",
        "deploy.secrets, DB=hunter2",
        "deploy.secrets, DB=arn:aws:s3:::bucket",
        "deploy.environmentUnset, A=1",
        "deploy.envFileBucket, shop-files/prod",
        "deploy.envFileBucket, s3://Shop_Files/prod",
        "deploy.environmentReplace, maybe",
        "deploy.cpu, 0",
        "deploy.cpu, 1 vCPU",
        "deploy.memory, -1",
        "deploy.taskRole, admin",
        "deploy.taskDefinitionValues, A=1",
        "deploy.executionRole, arn:aws:iam::123456789012:user/me"
    })
    void namesTheOneParameterThatIsWrong(String name, String text) {
        assertThat(refused(Map.of(name, text)))
                .extracting(each -> each.parameter().name())
                .containsExactly(name);
    }

    @Test
    void refusesANameWithTwoMeanings() {
        assertThat(refused(Map.of(
                        "deploy.environment", "A=1\nB=2",
                        "deploy.secrets", "A=" + ARN,
                        "deploy.environmentUnset", "B")))
                .extracting(InvalidParameter::problem)
                .containsExactly("A is set elsewhere in this step too", "B is set elsewhere in this step too");
    }

    @ParameterizedTest
    @CsvSource({"deploy.secrets, DB=hunter2", "deploy.environment, hunter2"})
    void neverQuotesWhatMayBeASecret(String name, String text) {
        assertThat(refused(Map.of(name, text)))
                .allSatisfy(each -> assertThat(each.sentence()).doesNotContain("hunter2"));
    }

    @Test
    void printsNoValues() {
        assertThat(valid(Map.of("deploy.environment", "A=hunter2")).toString())
                .contains("A")
                .doesNotContain("hunter2");
    }

    private static RevisionChanges valid(Map<String, String> more) {
        Parsed<DeploySettings> parsed = DeployParameters.parse(with(more), References.RESOLVED);
        assertThat(parsed.invalidParameters()).isEmpty();
        return ((Parsed.Valid<DeploySettings>) parsed).settings().changes();
    }

    private static List<InvalidParameter> refused(Map<String, String> more) {
        return DeployParameters.parse(with(more), References.RESOLVED).invalidParameters();
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(
                Map.of("deploy.cluster", "shop", "deploy.service", "web", "deploy.image", "localhost:5000/web:7"));
        all.putAll(more);
        return all;
    }
}
