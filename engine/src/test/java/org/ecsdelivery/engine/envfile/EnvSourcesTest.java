package org.ecsdelivery.engine.envfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.EnvFileSettings.SecretSource;
import org.ecsdelivery.common.settings.EnvFileSettings.Sources;
import org.ecsdelivery.common.settings.EnvFileSettings.SsmSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvSourcesTest {
    private static final String DB =
            "{\"user\": \"shop\", \"password\": \" hunter2\\n\", \"port\": 5432, \"tls\": true}";

    private final InMemoryParameters parameters = new InMemoryParameters();
    private final InMemorySecrets secrets = new InMemorySecrets();

    @Test
    void namesVariablesByTheLastPartOfTheirParameters() {
        String arn = parameters.put("/shop/prod/db-password", " hunter2 \n", true);
        parameters.put("/shop/prod/log.level", "debug", false);

        assertThat(gather(below("/shop/prod")))
                .containsExactly(
                        new EnvVariable(
                                "DB_PASSWORD", " hunter2 \n", EnvOrigin.ssm("/shop/prod/db-password", arn), true),
                        new EnvVariable(
                                "LOG_LEVEL",
                                "debug",
                                EnvOrigin.ssm("/shop/prod/log.level", arn.replace("db-password", "log.level")),
                                false));
    }

    @ParameterizedTest
    @CsvSource({
        "/a/db-host, DB_HOST",
        "/a/b/dbHost, DBHOST",
        "plain.name, PLAIN_NAME",
        "/a/already_FINE1, ALREADY_FINE1"
    })
    void makesNamesThatEveryShellTakes(String parameter, String name) {
        assertThat(EnvSources.nameOf(parameter)).isEqualTo(name);
    }

    @Test
    void takesAParameterByItsNameOrArnUnderAnyName() {
        String arn = parameters.put("/shop/url", "https://shop", false);

        assertThat(gather(named("URL", "/shop/url"), named("SAME", arn)))
                .extracting(EnvVariable::name, EnvVariable::value)
                .containsExactly(tuple("URL", "https://shop"), tuple("SAME", "https://shop"));
    }

    @Test
    void takesAValueForSecretWhenItsNameSaysSo() {
        parameters.put("/shop/api-token", "t", false);

        assertThat(gather(below("/shop")))
                .singleElement()
                .satisfies(each -> assertThat(each.secret()).isTrue());
    }

    @Test
    void refusesTwoParametersThatGiveOneNameAndNamesBoth() {
        parameters.put("/shop/db/host", "a", false);
        parameters.put("/shop/cache/host", "b", false);

        assertThatThrownBy(() -> gather(below("/shop")))
                .isInstanceOf(EnvFileRefused.class)
                .hasMessageContaining("HOST: both /shop/cache/host and /shop/db/host give this name")
                .hasMessageContaining("OTHER_NAME=/shop/db/host");
    }

    @Test
    void takesEveryKeyOfASecret() {
        String arn = secrets.put("shop/db", Optional.of(DB));

        assertThat(gather(secret(null, "shop/db", null, null)))
                .containsExactly(
                        ofKey("user", "shop", arn + ":user::"),
                        ofKey("password", " hunter2\n", arn + ":password::"),
                        ofKey("port", "5432", arn + ":port::"),
                        ofKey("tls", "true", arn + ":tls::"));
    }

    @Test
    void takesOneKeyOfAVersionOfASecret() {
        secrets.put("shop/db", Optional.of("{\"password\": \"old\"}"));
        String arn = secrets.put("shop/db", Optional.of(DB));

        assertThat(gather(secret("DB_PASSWORD", "shop/db", "password", "AWSPREVIOUS")))
                .containsExactly(new EnvVariable(
                        "DB_PASSWORD",
                        "old",
                        EnvOrigin.secret("shop/db", "password", arn + ":password:AWSPREVIOUS:"),
                        true));
    }

    @Test
    void takesTheWholeTextOfASecretWhateverItIs() {
        String arn = secrets.put("shop/pem", Optional.of("-----BEGIN\n\n "));
        secrets.put("shop/pem", Optional.of("new"));

        assertThat(gather(secret("PEM", "shop/pem", null, null), secret("OLD", "shop/pem", null, "AWSPREVIOUS")))
                .containsExactly(
                        new EnvVariable("PEM", "new", EnvOrigin.secret("shop/pem", arn), true),
                        new EnvVariable(
                                "OLD", "-----BEGIN\n\n ", EnvOrigin.secret("shop/pem", arn + "::AWSPREVIOUS:"), true));
    }

    @Test
    void givesNoReferenceForAKeyThatEcsCouldNotRead() {
        secrets.put("shop/db", Optional.of("{\"a:b\": \"x\"}"));

        assertThat(gather(secret(null, "shop/db", null, null)))
                .singleElement()
                .satisfies(each -> assertThat(each.origin().valueFrom()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "\"hunter2\"",
                "[\"hunter2\"]",
                "{\"a\": hunter2}",
                "{\"a\": \"hunter2\"",
                "",
                "{} hunter2"
            })
    void saysThatASecretIsNoJsonObjectWithoutTellingIt(String text) {
        secrets.put("shop/db", Optional.of(text));

        assertThatThrownBy(() -> gather(secret(null, "shop/db", null, null)))
                .isInstanceOf(EnvFileRefused.class)
                .hasMessageContaining("the secret shop/db holds no JSON object (write NAME=shop/db for its whole text)")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        secrets.put("shop/bytes", Optional.empty());
        secrets.put("shop/db", Optional.of("{\"deep\": {\"a\": 1}, \"none\": null}"));

        Throwable refused = catchThrowable(() -> EnvSources.gather(
                sources(
                        List.of(below("/shop/none"), named("URL", "/shop/url")),
                        List.of(
                                secret(null, "shop/bytes", null, null),
                                secret("A", "shop/nothing", null, null),
                                secret("B", "shop/db", "nokey", null),
                                secret("C", "shop/db", null, "blue"),
                                secret(null, "shop/db", null, null))),
                parameters,
                secrets));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        EnvFileRefused.class,
                        each -> assertThat(each.problems())
                                .extracting(EnvProblem::line)
                                .containsExactly(
                                        "/shop/none: there is no parameter below this path",
                                        "URL: there is no parameter /shop/url",
                                        "shop/bytes: the secret shop/bytes is bytes, which no variable can hold",
                                        "A: there is no secret shop/nothing",
                                        "B: the secret shop/db has no key nokey",
                                        "C: there is no secret shop/db with a version blue",
                                        "deep: key deep of the secret shop/db is neither a text nor a number",
                                        "none: key none of the secret shop/db is neither a text nor a number"));
    }

    private List<EnvVariable> gather(SsmSource... some) {
        return EnvSources.gather(sources(List.of(some), List.of()), parameters, secrets);
    }

    private List<EnvVariable> gather(SecretSource... some) {
        return EnvSources.gather(sources(List.of(), List.of(some)), parameters, secrets);
    }

    private static EnvVariable ofKey(String key, String value, String valueFrom) {
        return new EnvVariable(key, value, EnvOrigin.secret("shop/db", key, valueFrom), true);
    }

    private static SsmSource below(String path) {
        return new SsmSource(Optional.empty(), path);
    }

    private static SsmSource named(String variable, String name) {
        return new SsmSource(Optional.of(variable), name);
    }

    private static SecretSource secret(String variable, String id, String key, String stage) {
        return new SecretSource(
                Optional.ofNullable(variable), id, Optional.ofNullable(key), Optional.ofNullable(stage));
    }

    private static Sources sources(List<SsmSource> ssm, List<SecretSource> secrets) {
        return new Sources("env-file.", Map.of(), Optional.empty(), ssm, secrets, Map.of(), List.of());
    }
}
