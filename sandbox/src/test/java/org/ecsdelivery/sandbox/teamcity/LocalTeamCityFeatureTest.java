package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ecsdelivery.sandbox.teamcity.BuildResult.Outcome;
import org.junit.jupiter.api.Test;

class LocalTeamCityFeatureTest extends TinyBuilds {
    @Test
    void showsTheAgentEveryFeatureOfAType() {
        BuildResult result = build(feature(Map.of("a", "1")), feature(Map.of("a", "2")), other());

        assertThat(result.texts()).contains("feature {a=1}", "feature {a=2}").doesNotContain("feature {a=3}");
    }

    @Test
    void resolvesReferencesInTheParametersOfAFeature() {
        assertThat(build(feature(Map.of("a", "%greeting%!"))).texts()).contains("feature {a=hello Sandbox!}");
    }

    @Test
    void findsNoAgentForAReferenceInAFeatureThatNobodyKnows() {
        BuildResult result = build(feature(Map.of("a", "%nobody.knows%")));

        assertThat(result.outcome()).isEqualTo(Outcome.NO_COMPATIBLE_AGENT);
        assertThat(result.texts()).contains("Build feature tiny-feature: parameter %nobody.knows% has no value.");
    }

    @Test
    void masksSecureParametersOfAFeature() {
        assertThat(build(feature(Map.of("secure:a", "hunter2"))).texts()).contains("feature {secure:a=*******}");
    }

    @Test
    void showsTheAgentTheStepsBeforeTheFirstOne() {
        assertThat(build().texts())
                .containsSubsequence("runner RUNNER_1 one %greeting%", "event beforeRunnerStart", "hello Sandbox");
    }

    @Test
    void firesTheEventsOfPreparationAndOfTheEndInTheirOrder() {
        assertThat(build().texts())
                .containsSubsequence(
                        "event buildStarted",
                        "event dependenciesDownloaded",
                        "event preparationFinished",
                        "event beforeRunnerStart",
                        "event runnerFinished FINISHED_SUCCESS",
                        "event beforeBuildFinish FINISHED_SUCCESS",
                        "event buildFinished FINISHED_SUCCESS");
    }

    @Test
    void runsNoStepWhenAListenerStopsTheBuildBeforeThem() {
        BuildResult result = build(feature(Map.of("stop", "not yet")));

        assertThat(result.texts())
                .contains("The build is being stopped: not yet", "event buildFinished INTERRUPTED")
                .doesNotContain("hello Sandbox");
    }

    @Test
    void runsTheBuildAlthoughAListenerThrew() {
        assertThat(build(feature(Map.of("break", "yes"))).texts())
                .contains("hello Sandbox")
                .doesNotContain("runner RUNNER_1 one %greeting%");
    }

    private static BuildResult build(ConfiguredFeature... features) {
        return teamCity.run(
                        configuration(step("one", "echo", "%greeting%")).withFeatures(List.of(features)),
                        BuildInputs.of(7, "7", "abc"),
                        LogListener.none())
                .result();
    }

    private static ConfiguredFeature feature(Map<String, String> parameters) {
        return new ConfiguredFeature("tiny-feature", parameters);
    }

    private static ConfiguredFeature other() {
        return new ConfiguredFeature("other", Map.of("a", "3"));
    }
}
