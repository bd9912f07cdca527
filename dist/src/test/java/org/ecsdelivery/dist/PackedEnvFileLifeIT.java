package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jetbrains.buildServer.BuildProblemData;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.ecsdelivery.dsl.EnvFile;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildResult.Outcome;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.ConfiguredFeature;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.LogListener;
import org.ecsdelivery.sandbox.teamcity.RunningBuild;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes env files with the zip, and looks for what they leave behind. */
class PackedEnvFileLifeIT {
    private static final String CANARY = "c4nary-$ecret \"of\" the 'shop'";
    private static final EnvFile SHELL = EnvFile.at(".env").readBy(EnvFileDialect.BASH);

    @TempDir
    private Path work;

    private final Map<String, String> parameters = new HashMap<>(Map.of("env-file.DB_HOST", "db.internal"));
    private LocalTeamCity teamCity;
    private Path checkout;
    private long builds;

    @BeforeEach
    void start() throws IOException {
        checkout = Files.createDirectories(work.resolve("checkout"));
        teamCity = LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"), AgentProperties.bare());
    }

    @AfterEach
    void stop() {
        teamCity.close();
    }

    @Test
    void letsAStepReadTheFileAndTakesItAwayAfterwards() {
        BuildResult result = build(List.of(SHELL), script("Use", ". ./.env && echo \"the host is $DB_HOST\""));

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        assertThat(result.texts())
                .containsSubsequence("Env file .env", "DB_HOST: parameter env-file.DB_HOST", "the host is db.internal");
        assertThat(checkout).isEmptyDirectory();
    }

    @Test
    void lendsItsFileToNobodyElseOnTheMachine() {
        BuildResult result = build(List.of(SHELL), script("Look", "stat -c 'mode %%a' .env"));

        assertThat(result.texts()).contains("mode 600");
    }

    @Test
    void writesSeveralFilesOneOfThemBeforeALaterStep() {
        BuildResult result = build(
                List.of(
                        SHELL,
                        EnvFile.at("later/app.json").readBy(EnvFileDialect.JSON).beforeStep("Second")),
                script("First", "ls .env later/app.json || echo 'not there yet'"),
                script("Second", "cat later/app.json"));

        assertThat(result.texts()).contains("not there yet").anyMatch(text -> text.contains("\"DB_HOST\""));
        assertThat(checkout).isEmptyDirectory();
    }

    @Test
    void runsNoStepWhenAFileCannotBeMade() {
        BuildResult result = build(
                List.of(SHELL.require("DB_PASSWORD", "DB_USER"), EnvFile.at("../out.env")),
                script("Use", "echo must not run"));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(result.problems())
                .extracting(BuildProblemData::getIdentity)
                .containsExactlyInAnyOrder("ecsDeliveryEnvFileIncomplete", "ecsDeliveryInvalidPath");
        assertThat(result.statusText() + result.problems()).contains("DB_PASSWORD", "DB_USER");
        assertThat(result.texts()).doesNotContain("must not run");
        assertThat(checkout).isEmptyDirectory();
    }

    @Test
    void takesTheFileAwayWhenTheBuildIsStopped() {
        CompletableFuture<String> reached = new CompletableFuture<>();
        RunningBuild build = teamCity.run(
                configuration(List.of(SHELL), script("Wait", "ls .env && exec sleep 600")), inputs(), line -> {
                    if (line.text().equals(".env")) {
                        reached.complete(line.text());
                    }
                });
        reached.join();
        assertThat(checkout.resolve(".env")).exists();
        build.stop();

        assertThat(build.result().outcome()).isEqualTo(Outcome.CANCELED);
        assertThat(checkout).isEmptyDirectory();
    }

    @Test
    void takesTheFileAwayWhenAStepFails() {
        assertThat(build(List.of(SHELL), script("Fail", "exit 3")).succeeded()).isFalse();
        assertThat(checkout).isEmptyDirectory();
    }

    @Test
    void tellsWhatChangedSinceTheBuildBeforeOfTheBranch() {
        parameters.put("env-file.SAME", "1");
        build(List.of(SHELL), script("Use", "true"));
        parameters.put("env-file.DB_HOST", "other.internal");
        parameters.put("env-file.NEW", "2");
        BuildResult result = build(List.of(SHELL), script("Use", "true"));

        assertThat(result.texts())
                .contains(
                        "DB_HOST: parameter env-file.DB_HOST, changed",
                        "NEW: parameter env-file.NEW, added",
                        "SAME: parameter env-file.SAME, unchanged");
    }

    @Test
    void letsNoPasswordGetOutOfTheBuild() throws IOException {
        parameters.put("env-file.LOGIN", CANARY);
        BuildConfiguration configuration = configuration(
                        List.of(SHELL, EnvFile.at("app.json").readBy(EnvFileDialect.JSON)),
                        script(
                                "Print",
                                "cat .env app.json; . ./.env; echo \"$LOGIN\"; printf %%s \"$LOGIN\" | base64 -w0"))
                .withPasswordParameters(Set.of("env-file.LOGIN"))
                .withArtifactPaths(List.of("** => all"));
        BuildResult result =
                teamCity.run(configuration, inputs(), LogListener.none()).result();

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        assertThat(result.texts()).noneMatch(text -> text.contains("c4nary") || text.contains("YzRuYXJ5"));
        assertThat(result.artifacts()).noneMatch(path -> path.contains(".env") || path.contains("app.json"));
        assertThat(filesWith("c4nary")).isEmpty();
    }

    @Test
    void letsNoValueOfAwsGetOutOfTheBuild() throws IOException {
        try (LocalAws aws = LocalAws.builder().start()) {
            aws.parameters().secure("/shop/prod/title", CANARY);
            aws.secrets().put("shop/prod", "{\"LOGIN\": \"c4nary-login\"}");
            parameters.putAll(Map.of(
                    "env.AWS_ACCESS_KEY_ID", "AKIAEXAMPLEEXAMPLE00",
                    "env.AWS_SECRET_ACCESS_KEY", "secret-access-key-of-the-sandbox",
                    "env.AWS_REGION", "eu-central-1"));
            EnvFile file = SHELL.systemsManager("/shop/prod")
                    .secretsManager("shop/prod")
                    .endpoint(aws.endpoint().toString());
            BuildResult result = build(List.of(file), script("Print", "cat .env; . ./.env; echo \"$TITLE $LOGIN\""));

            assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
            assertThat(result.texts())
                    .contains("TITLE: SSM parameter /shop/prod/title, secret", "LOGIN: secret shop/prod:LOGIN, secret")
                    .noneMatch(text -> text.contains("c4nary"));
            assertThat(filesWith("c4nary")).isEmpty();
        }
    }

    @Test
    void tellsAllThatIsMissingInAwsAtOnce() {
        try (LocalAws aws = LocalAws.builder().start()) {
            parameters.putAll(Map.of(
                    "env.AWS_ACCESS_KEY_ID", "AKIAEXAMPLEEXAMPLE00",
                    "env.AWS_SECRET_ACCESS_KEY", "secret-access-key-of-the-sandbox",
                    "env.AWS_REGION", "eu-central-1"));
            EnvFile file = SHELL.systemsManager("A", "/gone/a")
                    .secretsManager("B", "gone/b")
                    .endpoint(aws.endpoint().toString());
            BuildResult result = build(List.of(file), script("Use", "echo must not run"));

            assertThat(result.problems())
                    .extracting(BuildProblemData::getDescription)
                    .singleElement()
                    .asString()
                    .contains("/gone/a", "gone/b");
            assertThat(result.texts()).doesNotContain("must not run");
        }
    }

    /** Looks through the checkout, the artifacts and all of the agent, the unpacked plugin left out. */
    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> all = Files.walk(work)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".jar"))
                    .filter(file -> contains(file, text))
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private BuildResult build(List<EnvFile> files, BuildStep... steps) {
        return teamCity.run(configuration(files, steps), inputs(), LogListener.none())
                .result();
    }

    private BuildConfiguration configuration(List<EnvFile> files, BuildStep... steps) {
        return BuildConfiguration.of("Env files", parameters, List.of(steps), checkout)
                .withFeatures(files.stream().map(ConfiguredFeature::from).toList());
    }

    private BuildInputs inputs() {
        builds++;
        return BuildInputs.of(builds, "1." + builds, "0".repeat(40));
    }

    private static BuildStep script(String name, String script) {
        return new BuildStep(name, "simpleRunner", Map.of("use.custom.script", "true", "script.content", script));
    }
}
