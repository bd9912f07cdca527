package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.engine.envfile.EnvOrigin;
import org.ecsdelivery.engine.envfile.EnvVariable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that is secret must not be read in the build log, whatever form a step prints it in. */
class EnvFileSecretsTest {
    private static final String CANARY = "c4n\"a'r$y\\ &+value";

    @TempDir
    Path directory;

    private EnvFileScene scene;

    @BeforeEach
    void makeScene() throws IOException {
        scene = new EnvFileScene(directory);
    }

    static Stream<String> forms() {
        return Stream.of(
                CANARY,
                Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8)),
                URLEncoder.encode(CANARY, StandardCharsets.UTF_8),
                "c4n\\\"a'r$y\\\\ &+value");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void masksASecretOfAwsInEveryForm(String form) {
        scene.remote.add(new EnvVariable("HARMLESS", CANARY, EnvOrigin.ssm("/a", "arn:a"), true));
        scene.feature("path", ".env").prepared();

        assertThat(scene.passwords.replacePasswords("a step prints " + form)).isEqualTo("a step prints *******");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker", "ecs", "compose", "bash", "systemd", "python-dotenv", "properties", "json"})
    void masksASecretAsTheFileHasIt(String dialect) throws IOException {
        scene.parameter("env-file.DB_PASSWORD", CANARY)
                .feature("path", ".env", "dialect", dialect)
                .prepared();

        assertThat(scene.problems()).isEmpty();
        assertThat(scene.passwords.replacePasswords(Files.readString(scene.file(".env"))))
                .doesNotContain("c4n", "value");
    }

    @Test
    void masksEveryLineOfASecretOfSeveral() {
        String key = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\nhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n";
        scene.parameter("env-file.TLS_KEY", key)
                .feature("path", ".env", "dialect", "bash")
                .prepared();

        assertThat(scene.passwords.replacePasswords("one line: hkiG9w0BAQEFAASC"))
                .isEqualTo("one line: *******");
        assertThat(scene.passwords.replacePasswords("-----BEGIN PRIVATE KEY-----"))
                .isEqualTo("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void masksAPasswordOfTeamCityInTheFormOfTheFileToo() {
        scene.passwords.addPassword(CANARY);
        scene.parameter("env-file.HARMLESS", CANARY)
                .feature("path", ".env", "dialect", "json")
                .prepared();

        assertThat(scene.passwords.replacePasswords("c4n\\\"a'r$y\\\\ &+value")).isEqualTo("*******");
        assertThat(scene.masked()).contains("HARMLESS: parameter env-file.HARMLESS, secret");
    }

    @Test
    void leavesAloneWhatIsNoSecret() {
        scene.parameter("env-file.DB_HOST", "db.internal")
                .feature("path", ".env")
                .prepared();

        assertThat(scene.passwords.replacePasswords("db.internal")).isEqualTo("db.internal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "true", "3600", "localhost", " x "})
    void tellsTheNamesOfSecretsThatCannotBeMasked(String value) {
        scene.parameter("env-file.API_TOKEN", value)
                .feature("path", ".env", "dialect", "json")
                .prepared();

        assertThat(scene.masked()).contains("Not masked in this log").contains(": API_TOKEN. Choose longer values");
        assertThat(scene.passwords.replacePasswords("x " + value)).isEqualTo("x " + value);
    }

    @Test
    void showsNoValueAtAllInTheLog() {
        List.of("A", "DB_PASSWORD", "PLAIN").forEach(name -> scene.parameter("env-file." + name, "canary-" + name));
        scene.feature("path", ".env", "values", "LITERAL=canary-literal")
                .prepared()
                .finished();

        assertThat(String.join("\n", scene.log.calls())).contains("DB_PASSWORD").doesNotContain("canary");
    }

    @Test
    void leavesNoValueOnTheDiskAfterTheBuild() throws IOException {
        scene.parameter("ecs-delivery.envFile.key", "5a".repeat(32))
                .parameter("env-file.DB_PASSWORD", "canary-password")
                .feature("path", ".env")
                .feature("path", scene.temporary + "/b.env")
                .prepared()
                .finished();

        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file)
                            .content(StandardCharsets.ISO_8859_1)
                            .doesNotContain("canary"));
        }
    }
}
