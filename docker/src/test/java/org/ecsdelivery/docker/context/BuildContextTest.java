package org.ecsdelivery.docker.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildContextTest {
    @TempDir
    Path context;

    @TempDir
    Path elsewhere;

    private Path dockerfile;

    @BeforeEach
    void plantDockerfile() throws IOException {
        dockerfile = Files.writeString(context.resolve("Dockerfile"), "FROM scratch");
        Files.writeString(context.resolve("app"), "app");
    }

    private void ignore(String text) throws IOException {
        Files.writeString(context.resolve(".dockerignore"), text);
    }

    private TarEntries sent(Path file) throws IOException {
        return sent(BuildContext.of(context, file));
    }

    private static TarEntries sent(BuildContext built) throws IOException {
        try (ContextTar tar = built.open()) {
            return TarEntries.of(tar);
        }
    }

    @Test
    void namesTheDockerfileByItsPathInTheContext() throws IOException {
        Path deep = Files.createDirectories(context.resolve("deploy/web")).resolve("Web.Dockerfile");
        Files.writeString(deep, "FROM scratch");
        assertThat(BuildContext.of(context, deep).dockerfile()).isEqualTo("deploy/web/Web.Dockerfile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*\n", "Dockerfile\n.dockerignore\n", "**\n", "*\n!app\nDockerfile\n"})
    void alwaysSendsDockerfileAndRules(String rules) throws IOException {
        ignore(rules);
        assertThat(sent(dockerfile).names()).contains("Dockerfile", ".dockerignore");
    }

    @Test
    void sendsADockerfileFromADirectoryThatIsLeftOut() throws IOException {
        ignore("deploy\n");
        Files.createDirectory(context.resolve("deploy"));
        Files.writeString(context.resolve("deploy/secret"), "");
        Path deep = Files.writeString(context.resolve("deploy/Dockerfile"), "FROM scratch");
        assertThat(sent(deep).names()).contains("deploy/Dockerfile").doesNotContain("deploy/secret");
    }

    @Test
    void sendsTheRulesAsTheyAre() throws IOException {
        ignore("app\r\n# für\r\n");
        assertThat(sent(dockerfile).entry(".dockerignore").text()).isEqualTo("app\r\n# für\r\n");
    }

    @Test
    void addsADockerfileFromElsewhereUnderANameOfItsContent() throws IOException {
        Path other = Files.writeString(elsewhere.resolve("Dockerfile"), "FROM scratch\nCOPY . /");
        BuildContext built = BuildContext.of(context, other);
        TarEntries tar = sent(built);
        assertThat(built.dockerfile()).matches("\\.dockerfile\\.[0-9a-f-]{36}");
        assertThat(tar.entry(built.dockerfile()).text()).isEqualTo("FROM scratch\nCOPY . /");
        assertThat(tar.entry(".dockerignore").text()).isEqualTo(".dockerignore\n" + built.dockerfile() + "\n");
        assertThat(tar.names()).contains("app", "Dockerfile");
    }

    @Test
    void givesAnUnchangedDockerfileFromElsewhereTheSameNameAgain() throws IOException {
        Path other = Files.writeString(elsewhere.resolve("Dockerfile"), "FROM scratch");
        String before = BuildContext.of(context, other).dockerfile();
        assertThat(BuildContext.of(context, other).dockerfile()).isEqualTo(before);
        Files.writeString(other, "FROM scratch\nENV A=b");
        assertThat(BuildContext.of(context, other).dockerfile()).isNotEqualTo(before);
    }

    @Test
    void sendsOnlyOneSetOfRulesWithADockerfileFromElsewhere() throws IOException {
        ignore("app\n");
        Path other = Files.writeString(elsewhere.resolve("Dockerfile"), "FROM scratch");
        BuildContext built = BuildContext.of(context, other);
        TarEntries tar = sent(built);
        assertThat(tar.names()).containsOnlyOnce(".dockerignore").doesNotContain("app");
        assertThat(tar.entry(".dockerignore").text()).isEqualTo("app\n\n" + built.dockerfile() + "\n");
    }

    @Test
    void prefersTheRulesBesideTheDockerfile() throws IOException {
        ignore("app\n");
        Files.writeString(context.resolve("Dockerfile.dockerignore"), "Dockerfile.dockerignore\n");
        TarEntries tar = sent(dockerfile);
        assertThat(tar.names()).contains("app").doesNotContain("Dockerfile.dockerignore");
    }

    @Test
    void takesTheRulesBesideADockerfileFromElsewhere() throws IOException {
        Path other = Files.writeString(elsewhere.resolve("Web.Dockerfile"), "FROM scratch");
        Files.writeString(elsewhere.resolve("Web.Dockerfile.dockerignore"), "app\n");
        assertThat(sent(other).names()).doesNotContain("app");
    }

    @Test
    void readsRulesThatAreNotUtf8() throws IOException {
        Files.write(context.resolve(".dockerignore"), "# f\u00fcr\napp\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(sent(dockerfile).names()).doesNotContain("app");
    }

    @Test
    void doesNotTakeADirectoryForRules() throws IOException {
        Files.createDirectory(context.resolve(".dockerignore"));
        assertThat(sent(dockerfile).names()).contains("app", ".dockerignore/");
    }

    @Test
    void namesTheFileAndTheLineThatIsNoPattern() throws IOException {
        ignore("app\na[b\n");
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> BuildContext.of(context, dockerfile))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BUILD_FAILED))
                .withMessage("A line of " + context.resolve(".dockerignore")
                        + " cannot be understood: 'a[b' is no pattern: '[' without ']'. Correct that line.");
    }

    @Test
    void saysThatTheContextCannotBeRead() throws IOException {
        BuildContext built = BuildContext.of(context, dockerfile);
        Files.delete(dockerfile);
        Files.delete(context.resolve("app"));
        Files.delete(context);
        try {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(built::open)
                    .withMessage("The build context " + context + " cannot be read: NoSuchFileException: " + context
                            + ". Let the agent's user read that file, or name it in .dockerignore.");
        } finally {
            Files.createDirectory(context);
        }
    }

    private boolean sends(String file) {
        return BuildContext.of(context, dockerfile).sends(context.resolve(file));
    }

    @Test
    void tellsWhetherAFileThatIsNotWrittenYetWouldBeSent() throws IOException {
        ignore("*.env\nsecret\n!keep.env\n");
        assertThat(sends("app.env")).isFalse();
        assertThat(sends("keep.env")).isTrue();
        assertThat(sends("secret/deep/.env")).isFalse();
        assertThat(sends("deep/not/there/app.env")).isTrue();
    }

    @Test
    void sendsNothingThatLiesOutsideOfTheContext() {
        BuildContext built = BuildContext.of(context, dockerfile);
        assertThat(built.sends(elsewhere.resolve(".env"))).isFalse();
        assertThat(built.sends(
                        context.resolveSibling(context.getFileName() + "-other").resolve(".env")))
                .isFalse();
        assertThat(built.sends(context.resolve("a/../../.env"))).isFalse();
    }

    @Test
    void looksWhereAFileReallyLies() throws IOException {
        ignore("hidden\n");
        Files.createDirectory(context.resolve("hidden"));
        Files.createSymbolicLink(context.resolve("shown"), Path.of("hidden"));
        Files.createSymbolicLink(context.resolve("away"), elsewhere);
        Files.createSymbolicLink(elsewhere.resolve("back"), context);
        assertThat(sends("shown/.env")).isFalse();
        assertThat(sends("away/.env")).isFalse();
        assertThat(BuildContext.of(context, dockerfile).sends(elsewhere.resolve("back/.env")))
                .isTrue();
    }

    @Test
    void sendsTheRulesOfTheContextAlsoWhenTheyLeaveThemselvesOut() throws IOException {
        ignore("*\n");
        assertThat(sends(".dockerignore")).isTrue();
        assertThat(sends("Dockerfile")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {".env", "a*b.env", "!bang", "#hash", "deep/[1]?.env", "back\\slash", " blank ", "!app"})
    void keepsAFileBackWhateverTheRulesSay(String name) throws IOException {
        ignore("!" + name + "\n");
        Path file = context.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "secret");
        BuildContext built = BuildContext.without(context, dockerfile, List.of(file));
        assertThat(built.sends(file)).isFalse();
        assertThat(sent(built).names()).contains("app").doesNotContain(name);
        assertThat(DockerIgnore.parse(built.ignoreText()).excludes(name)).isTrue();
        assertThat(DockerIgnore.parse(built.ignoreText()).excludes("app")).isFalse();
    }

    @Test
    void keepsAFileBackBesideRulesOfTheDockerfilesOwn() throws IOException {
        Path other = Files.writeString(elsewhere.resolve("Dockerfile"), "FROM scratch");
        Files.writeString(elsewhere.resolve("Dockerfile.dockerignore"), "docs");
        Files.writeString(context.resolve(".env"), "secret");
        BuildContext built = BuildContext.without(context, other, List.of(context.resolve(".env")));
        assertThat(sent(built).names()).contains("app").doesNotContain(".env");
        assertThat(built.ignoreText()).isEqualTo("docs\n.env\n");
    }

    @Test
    void hasNoNeedToKeepBackWhatLiesElsewhere() {
        BuildContext built = BuildContext.without(context, dockerfile, List.of(elsewhere.resolve(".env")));
        assertThat(built.ignoreText()).isEmpty();
    }
}
