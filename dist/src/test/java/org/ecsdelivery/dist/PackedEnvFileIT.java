package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.EnvFileHistory;
import org.ecsdelivery.dsl.AnyStep;
import org.ecsdelivery.dsl.EnvFile;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.ConfiguredFeature;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.LogListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server half in the zip gives to builds with the env file feature. */
class PackedEnvFileIT {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final ConfiguredFeature FEATURE = ConfiguredFeature.from(EnvFile.at(".env"));

    @TempDir
    private Path work;

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
    void keepsTheKeyOutOfTheLogAndOfTheParametersOfTheBuild() throws Exception {
        BuildResult result = build("main", "A", FEATURE);

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        assertThat(result.texts()).contains("the key is *******");
        assertThat(result.parameters()).containsEntry(EnvFileHistory.KEY, "*******");
    }

    @Test
    void handsOnWhatTheLastBuildOfTheBranchLeft() throws Exception {
        build("main", "A", FEATURE);
        build("other", "B", FEATURE);

        assertThat(previous(build("main", "C", FEATURE))).isEqualTo("1.1 A");
        assertThat(previous(build("other", "D", FEATURE))).isEqualTo("1.2 B");
        assertThat(previous(build("third", "E", FEATURE))).isEqualTo("1.3 C");
    }

    @Test
    void handsOnNothingOfPersonalBuilds() throws Exception {
        run(inputs("main").asPersonal(), "A", FEATURE);

        assertThat(build("main", "B", FEATURE).parameters()).doesNotContainKey(EnvFileHistory.PREVIOUS);
    }

    @Test
    void leavesBuildsWithoutTheFeatureAlone() throws Exception {
        build("main", "A", FEATURE);

        assertThat(build("main", "B").parameters()).doesNotContainKeys(EnvFileHistory.KEY, EnvFileHistory.PREVIOUS);
    }

    @Test
    void fillsInDefaultsAndRefusesWhatNobodyCouldWrite() {
        assertThat(teamCity.server()
                        .buildFeatures()
                        .add(EnvFileFeature.TYPE, Map.of("envFile.dialect", "node"))
                        .parameters())
                .containsEntry("envFile.path", ".env")
                .containsEntry("envFile.dialect", "node");
        assertThatThrownBy(
                        () -> teamCity.server().buildFeatures().add(EnvFileFeature.TYPE, Map.of("envFile.path", "a/")))
                .hasMessageContaining("envFile.path: ");
    }

    private static String previous(BuildResult result) {
        EnvFileHistory history = EnvFileHistory.parse(result.parameters().getOrDefault(EnvFileHistory.PREVIOUS, ""))
                .orElseThrow(() -> new AssertionError("nothing was handed on: " + result.parameters()));
        return history.build() + " "
                + String.join(
                        ",", history.hashes().getOrDefault("shop.env", Map.of()).keySet());
    }

    private BuildResult build(String branch, String name, ConfiguredFeature... features) throws IOException {
        return run(inputs(branch), name, features);
    }

    private BuildInputs inputs(String branch) {
        builds++;
        BuildInputs inputs = BuildInputs.of(builds, "1." + builds, "0".repeat(40));
        return new BuildInputs(
                inputs.id(), inputs.number(), inputs.revision(), Optional.of(branch), false, inputs.serverUrl());
    }

    /** The build publishes a history of its own, which names one variable. */
    private BuildResult run(BuildInputs inputs, String name, ConfiguredFeature... features) throws IOException {
        Path left = checkout.resolve(Path.of(EnvFileHistory.ARTIFACT).getFileName());
        Files.writeString(left, new EnvFileHistory("9", Map.of("shop.env", Map.of(name, HASH))).text());
        String says = features.length == 0 ? "nothing" : "the key is %" + EnvFileHistory.KEY + "%";
        AnyStep step =
                AnyStep.of("simpleRunner").set("use.custom.script", "true").set("script.content", "echo " + says);
        BuildConfiguration configuration = BuildConfiguration.of(
                        "Env file", Map.of(), List.of(BuildStep.from(step)), checkout)
                .withFeatures(List.of(features))
                .withArtifactPaths(List.of(left.getFileName() + " => "
                        + EnvFileHistory.ARTIFACT.substring(0, EnvFileHistory.ARTIFACT.lastIndexOf('/'))));
        return teamCity.run(configuration, inputs, LogListener.none()).result();
    }
}
