package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.EnvFileSettings.Context;
import org.ecsdelivery.common.settings.EnvFileSettings.SecretSource;
import org.ecsdelivery.common.settings.EnvFileSettings.SsmSource;
import org.ecsdelivery.common.settings.EnvFileSettings.Tracked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvFileParametersTest {

    @Test
    void needsOnlyAPath() {
        EnvFileSettings settings = settings(Map.of());

        assertThat(settings.target().path()).isEqualTo(".env");
        assertThat(settings.target().dialect()).isEqualTo(EnvFileDialect.DOCKER);
        assertThat(settings.target().beforeStep()).isEmpty();
        assertThat(settings.sources().prefix()).isEqualTo("env-file.");
        assertThat(settings.guards().tracked()).isEqualTo(Tracked.FAIL);
        assertThat(settings.guards().context()).isEqualTo(Context.REFUSE);
        assertThat(settings.access()).isEqualTo(AwsAccess.OF_THE_BUILD);
    }

    @ParameterizedTest
    @EnumSource
    void takesEachDialectByItsWord(EnvFileDialect dialect) {
        assertThat(settings(Map.of("envFile.dialect", dialect.word())).target().dialect())
                .isEqualTo(dialect);
    }

    @Test
    void takesFurtherParametersByTheirOwnNameOrAnother() {
        assertThat(settings(Map.of("envFile.parameters", "env.DB_HOST\nsystem.MODE\nDB_USER = shop.user"))
                        .sources()
                        .parameters())
                .containsExactly(
                        entry("DB_HOST", "env.DB_HOST"), entry("MODE", "system.MODE"), entry("DB_USER", "shop.user"));
    }

    @Test
    void takesPathsAndSingleParametersOfSystemsManager() {
        assertThat(settings(Map.of("envFile.ssm", "/shop/prod/\n\nDB=/shop/prod/db-password"))
                        .sources()
                        .ssm())
                .containsExactly(
                        new SsmSource(Optional.empty(), "/shop/prod"),
                        new SsmSource(Optional.of("DB"), "/shop/prod/db-password"));
    }

    @Test
    void takesSecretsWholeOrByKeyAndStage() {
        String arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop/prod-a1B2c3";
        assertThat(settings(Map.of("envFile.secrets", "shop/prod\nA=shop/prod:password\nB=" + arn + ":key:AWSPREVIOUS"))
                        .sources()
                        .secrets())
                .containsExactly(
                        new SecretSource(Optional.empty(), "shop/prod", Optional.empty(), Optional.empty()),
                        new SecretSource(Optional.of("A"), "shop/prod", Optional.of("password"), Optional.empty()),
                        new SecretSource(Optional.of("B"), arn, Optional.of("key"), Optional.of("AWSPREVIOUS")));
    }

    @Test
    void takesRequiredNamesSeparatedByAnything() {
        assertThat(settings(Map.of("envFile.required", "A, B\nC")).sources().required())
                .containsExactly("A", "B", "C");
    }

    @ParameterizedTest
    @CsvSource({
        "envFile.path, config/, 'config/'",
        "envFile.dialect, yaml, 'yaml'",
        "envFile.ssm, shop, neither a path",
        "envFile.ssm, A=/shop//b, not the name of a Systems Manager parameter",
        "envFile.secrets, A=shop prod, not of the form",
        "envFile.secrets, shop:key, names a key but no variable",
        "envFile.values, nonsense, line 1 is not of the form NAME=VALUE",
        "envFile.tracked, maybe, 'maybe'",
        "envFile.context, maybe, 'maybe'",
    })
    void refusesWhatItCannotRead(String name, String value, String problem) {
        assertThat(problems(Map.of(name, value)))
                .singleElement()
                .satisfies(found -> assertThat(found.parameter().name()).isEqualTo(name))
                .extracting(InvalidParameter::problem)
                .asString()
                .contains(problem.replace(" but ", ", but "));
    }

    @Test
    void refusesANameGivenTwice() {
        assertThat(problems(Map.of("envFile.parameters", "env.A\nA=shop.a"))).hasSize(1);
    }

    @Test
    void neverPrintsLiteralValues() {
        assertThat(settings(Map.of("envFile.values", "A=canary")).toString()).doesNotContain("canary");
    }

    @Test
    void aHistoryIsReadAsItWasWritten() {
        EnvFileHistory history =
                new EnvFileHistory("12", Map.of(".env", Map.of("A", "00ff", "a.b=c", "01"), "deploy/.env", Map.of()));

        assertThat(EnvFileHistory.parse(history.text())).contains(history);
    }

    @ParameterizedTest
    @CsvSource({"''", "'12\nA=00'", "'12\n\t.env\nnonsense'"})
    void whatIsNoHistoryIsNone(String text) {
        assertThat(EnvFileHistory.parse(text)).isEmpty();
    }

    private static EnvFileSettings settings(Map<String, String> given) {
        Parsed<EnvFileSettings> parsed = EnvFileParameters.parse(withPath(given), References.RESOLVED);
        assertThat(parsed).isInstanceOf(Parsed.Valid.class);
        return ((Parsed.Valid<EnvFileSettings>) parsed).settings();
    }

    private static List<InvalidParameter> problems(Map<String, String> given) {
        return EnvFileParameters.parse(withPath(given), References.RESOLVED).invalidParameters();
    }

    private static Map<String, String> withPath(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(Map.of("envFile.path", ".env"));
        all.putAll(given);
        return all;
    }
}
