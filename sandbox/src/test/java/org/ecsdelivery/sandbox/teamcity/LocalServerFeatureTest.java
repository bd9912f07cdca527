package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.serverSide.InvalidProperty;
import org.ecsdelivery.sandbox.teamcity.BuildResult.Outcome;
import org.junit.jupiter.api.Test;

/** What the server half of a plugin can do for builds with one of its features. */
class LocalServerFeatureTest extends TinyBuilds {
    private static final ConfiguredFeature FEATURE = new ConfiguredFeature("tiny-feature", Map.of("a", "1"));

    @Test
    void findsTheFeaturesThatThePluginBrought() {
        assertThat(teamCity.server().buildFeatures().types()).containsExactly("tiny-feature");
        assertThatThrownBy(() -> teamCity.server().buildFeatures().get("huge"))
                .hasMessage("No build feature huge is there; there are [tiny-feature].");
    }

    @Test
    void validatesAFeatureAsItsPageDoes() {
        assertThat(teamCity.server().buildFeatures().validate("tiny-feature", Map.of()))
                .containsExactly(new InvalidProperty("a", "Say a"));
        assertThatThrownBy(() -> teamCity.server().buildFeatures().add("tiny-feature", Map.of()))
                .hasMessage("The build feature tiny-feature is not valid. a: Say a");
    }

    @Test
    void fillsInDefaultsWhenAFeatureIsAdded() {
        assertThat(teamCity.server()
                        .buildFeatures()
                        .add("tiny-feature", Map.of("a", "1"))
                        .parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "text", "by default"));
    }

    @Test
    void findsNoAgentThatLacksWhatAFeatureRequires() {
        BuildResult result = build("Demanding", 1, new ConfiguredFeature("tiny-feature", Map.of("needs", "a.tool")));

        assertThat(result.outcome()).isEqualTo(Outcome.NO_COMPATIBLE_AGENT);
        assertThat(result.texts()).anyMatch(line -> line.startsWith("Build feature tiny-feature requires: a.tool"));
    }

    @Test
    void keepsValuesWithTheBuildConfigurationFromBuildToBuild() {
        assertThat(build("Counted", 1, FEATURE).parameters()).containsEntry("tiny.ran", "1");
        assertThat(build("Counted", 2, FEATURE).parameters()).containsEntry("tiny.ran", "2");
        assertThat(build("Counted otherwise", 3, FEATURE).parameters()).containsEntry("tiny.ran", "1");
    }

    @Test
    void showsTheServerHalfOnlyBuildsThatHaveTheFeature() {
        assertThat(build("Plain", 1).parameters()).doesNotContainKey("tiny.ran");
    }

    @Test
    void masksWhatThePluginNamesAsAPassword() {
        BuildResult result = build("Secretive", 1, FEATURE);

        assertThat(result.texts()).contains("*******").noneMatch(line -> line.contains("k3y-of-server"));
        assertThat(result.parameters()).containsEntry("tiny.key", "*******");
    }

    @Test
    void readsHiddenArtifactsOfAnEarlierBuildAsHiddenOnes() throws Exception {
        Files.writeString(checkout().resolve("left.txt"), "a trace");
        build("Leaving", 1, FEATURE);

        assertThat(build("Leaving", 2, FEATURE).parameters())
                .containsEntry("tiny.hidden", "a trace")
                .containsEntry("tiny.visible", "nothing");
    }

    private static BuildResult build(String name, int number, ConfiguredFeature... features) {
        BuildConfiguration configuration = BuildConfiguration.of(
                        name,
                        Map.of(),
                        List.of(step("one", "echo", features.length == 0 ? "no key" : "%tiny.key%")),
                        checkout())
                .withFeatures(List.of(features))
                .withArtifactPaths(List.of("left.txt => .teamcity/tiny"));
        return teamCity.run(configuration, BuildInputs.of(number, Integer.toString(number), "abc"), LogListener.none())
                .result();
    }
}
