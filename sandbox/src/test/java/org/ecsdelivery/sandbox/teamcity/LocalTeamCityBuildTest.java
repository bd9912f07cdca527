package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jetbrains.buildServer.BuildProblemData;
import org.ecsdelivery.sandbox.teamcity.BuildResult.Outcome;
import org.junit.jupiter.api.Test;

class LocalTeamCityBuildTest extends TinyBuilds {
    @Test
    void runsTheStepsInOrder() {
        BuildResult result = run(step("one", "echo", "first"), step("two", "echo", "second"));
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(result.texts())
                .containsSubsequence("Step 1/2: one (tiny)", "first", "Step 2/2: two (tiny)", "second");
    }

    @Test
    void resolvesReferencesAndKeepsDoubledPercentSigns() {
        assertThat(run(step("one", "echo", "%build.number% of %greeting% at 100%% in %env.HOME%"))
                        .texts())
                .contains("7 of hello Sandbox at 100% in /home/agent");
    }

    @Test
    void handsTheAgentsEnvironmentToTheStep() {
        assertThat(run(step("one", "environment", "HOME")).texts()).contains("/home/agent");
    }

    @Test
    void showsStepsWhatListenersAddedBeforeThem() {
        assertThat(run(step("one", "environment", "TINY_LISTENER")).texts()).contains("was here");
    }

    @Test
    void showsLaterStepsWhatEarlierOnesSet() {
        BuildResult result = run(
                step("one", "set", "sha256:1234"),
                step("two", "echo", "config %tiny.announced%, environment %tiny.announced%"),
                step("three", "environment", "TINY"));
        assertThat(result.texts()).contains("config sha256:1234, environment sha256:1234", "sha256:1234");
        assertThat(result.parameters())
                .containsEntry("tiny.announced", "sha256:1234")
                .containsEntry("env.TINY", "sha256:1234");
    }

    @Test
    void warnsWhenAnAnnouncedParameterIsStillUnsetAtItsStep() {
        BuildResult result = run(step("one", "echo", "value %tiny.announced%"));
        assertThat(result.succeeded()).isTrue();
        assertThat(result.texts())
                .contains("value %tiny.announced%")
                .anyMatch(text -> text.contains("Parameter %tiny.announced% in 'text' has no value yet"));
    }

    @Test
    void addsTheParametersOfTheServerHalf() {
        assertThat(run(step("one", "echo", "%tiny.shared%")).texts()).contains("from the server");
    }

    @Test
    void findsNoAgentForAReferenceNobodyKnows() {
        BuildResult result = run(step("one", "echo", "%nobody.knows%"));
        assertThat(result.outcome()).isEqualTo(Outcome.NO_COMPATIBLE_AGENT);
        assertThat(result.statusText()).isEqualTo("There are no compatible agents which can run this build");
        assertThat(result.texts()).contains("Step 'one': parameter %nobody.knows% has no value.");
        assertThat(result.steps()).isEmpty();
    }

    @Test
    void findsNoAgentWhenARequirementIsNotMet() throws Exception {
        try (LocalTeamCity bare = load(AgentProperties.bare())) {
            BuildResult result = bare.run(
                            configuration(new BuildStep("one", "tiny", Map.of("do", "echo", "docker", "yes"))),
                            BuildInputs.of(1, "1", "abc"),
                            LogListener.none())
                    .result();
            assertThat(result.outcome()).isEqualTo(Outcome.NO_COMPATIBLE_AGENT);
            assertThat(result.texts()).contains("Step 'one' requires: docker.server.version EXISTS.");
        }
    }

    @Test
    void findsNoAgentWhenTheRunnerCannotRunThere() throws Exception {
        try (LocalTeamCity unable = load(AgentProperties.bare().with("no.tiny", "true"))) {
            BuildResult result = unable.run(
                            configuration(step("one", "echo", "x")), BuildInputs.of(1, "1", "abc"), LogListener.none())
                    .result();
            assertThat(result.texts()).contains("Step 'one': the agent cannot run steps of type tiny.");
        }
    }

    @Test
    void findsNoAgentForARunTypeTheServerDoesNotKnow() {
        assertThat(run(new BuildStep("one", "huge", Map.of())).texts())
                .contains("Step 'one': the server knows no run type huge.");
    }

    @Test
    void reportsTheAgentsJavaAsAgentsDo() {
        assertThat(run(step("one", "echo", "Java %teamcity.agent.jvm.specification%"))
                        .texts())
                .contains("Java " + Runtime.version().feature());
    }

    @Test
    void stopsWhenThePluginItselfStopsTheBuild() {
        BuildResult result = run(step("one", "stop", "vault is sealed"), step("two", "echo", "never"));
        assertThat(result.outcome()).isEqualTo(Outcome.CANCELED);
        assertThat(result.texts())
                .contains("The build is being stopped: vault is sealed")
                .doesNotContain("never");
    }

    @Test
    void letsASecondBuildWaitUntilTheAgentIsFree() {
        CompletableFuture<String> hanging = new CompletableFuture<>();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        RunningBuild first =
                teamCity.run(configuration(step("one", "hang", "")), BuildInputs.of(11, "11", "abc"), line -> {
                    order.add(line.text());
                    hanging.complete(line.text());
                });
        hanging.join();
        RunningBuild second = teamCity.run(
                configuration(step("one", "echo", "second")),
                BuildInputs.of(12, "12", "abc"),
                line -> order.add(line.text()));
        first.stop();
        first.result();
        second.result();
        assertThat(order).containsSubsequence("event buildFinished INTERRUPTED", "second");
    }

    @Test
    void runsAStepWhoseRequirementIsMet() {
        assertThat(run(new BuildStep("one", "tiny", Map.of("do", "echo", "docker", "yes")))
                        .succeeded())
                .isTrue();
    }

    @Test
    void failsWithTheBuildProblemAndSkipsTheRest() {
        BuildResult result = run(step("one", "fail", "the cluster is gone"), step("two", "echo", "never"));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(result.statusText()).isEqualTo("the cluster is gone");
        assertThat(result.problems()).extracting(BuildProblemData::getIdentity).containsExactly("tiny1");
        assertThat(result.steps())
                .extracting(StepResult::outcome)
                .containsExactly(StepResult.Outcome.FAILED, StepResult.Outcome.SKIPPED);
        assertThat(result.texts()).doesNotContain("never");
    }

    @Test
    void runsAStepThatAlwaysRunsAfterAFailure() {
        BuildResult result = run(
                step("one", "fail silently", ""),
                new BuildStep(
                        "two", "tiny", Map.of("do", "echo", "text", "tidied", "teamcity.step.mode", "execute_always")));
        assertThat(result.texts()).contains("tidied");
        assertThat(result.statusText()).isEqualTo("Step one failed");
    }

    @Test
    void turnsARunBuildExceptionIntoABuildProblem() {
        BuildResult result = run(step("one", "throw", "no such repository"));
        assertThat(result.problems())
                .extracting(BuildProblemData::getDescription)
                .containsExactly("no such repository");
        assertThat(result.texts()).noneMatch(text -> text.contains("RunBuildException"));
    }

    @Test
    void publishesArtifactsOfStepsAndOfTheConfiguration() throws Exception {
        BuildResult result = teamCity.run(
                        configuration(step("one", "publish", "all drained"))
                                .withArtifactPaths(List.of("out/** => all.zip", "absent.txt")),
                        BuildInputs.of(99, "99", "abc"),
                        LogListener.none())
                .result();
        assertThat(result.artifacts()).containsExactly("all.zip", "reports/report.txt");
        assertThat(Files.readString(result.artifactsDirectory().resolve("reports/report.txt")))
                .isEqualTo("all drained");
        assertThat(result.texts()).contains("No files found to publish for the artifact path absent.txt");
    }

    @Test
    void hidesTheSandboxesOwnLibrariesFromThePlugin() {
        assertThat(run(step("one", "load", "com.fasterxml.jackson.databind.ObjectMapper"))
                        .texts())
                .contains("hidden");
        assertThat(run(step("one", "load", "org.ecsdelivery.sandbox.teamcity.LocalTeamCity"))
                        .texts())
                .contains("hidden");
        assertThat(run(step("one", "load", "org.slf4j.LoggerFactory")).texts()).contains("visible");
    }

    @Test
    void firesTheEventsOfAnAgent() {
        assertThat(run(step("one", "echo", "work")).texts())
                .containsSubsequence(
                        "event buildStarted",
                        "event beforeRunnerStart",
                        "work",
                        "event runnerFinished FINISHED_SUCCESS",
                        "event buildFinished FINISHED_SUCCESS");
    }

    @Test
    void stopsAStepThatHangs() {
        CompletableFuture<String> hanging = new CompletableFuture<>();
        RunningBuild build = teamCity.run(
                configuration(step("one", "hang", ""), step("two", "echo", "never")),
                BuildInputs.of(5, "5", "abc"),
                line -> {
                    if (line.text().equals("hanging")) {
                        hanging.complete(line.text());
                    }
                });
        hanging.join();
        build.stop();
        BuildResult result = build.result();
        assertThat(result.outcome()).isEqualTo(Outcome.CANCELED);
        assertThat(result.steps())
                .extracting(StepResult::outcome)
                .containsExactly(StepResult.Outcome.INTERRUPTED, StepResult.Outcome.SKIPPED);
        assertThat(result.texts()).contains("event beforeBuildInterrupted", "event buildFinished INTERRUPTED");
    }

    @Test
    void refusesACheckoutDirectoryThatIsNotThere() {
        BuildConfiguration nowhere = BuildConfiguration.of("Tiny", Map.of(), List.of(), directory.resolve("nowhere"));
        assertThatThrownBy(() -> teamCity.run(nowhere, BuildInputs.of(8, "8", "abc"), LogListener.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no checkout directory");
    }

    @Test
    void emptiesTheBuildsTemporaryDirectory() throws Exception {
        Path temporary = directory.resolve("data/agent/temp/buildTmp");
        Files.writeString(temporary.resolve("left-over"), "secret");
        run(step("one", "echo", "x"));
        assertThat(temporary).isEmptyDirectory();
    }
}
