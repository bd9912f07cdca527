package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.sandbox.teamcity.BuildResult.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTeamCityBuildTest {
    private static final AgentProperties AGENT = AgentProperties.bare()
            .with("docker.server.version", "20.10.24")
            .withEnvironment(Map.of("HOME", "/home/agent"));

    @TempDir
    static Path directory;

    private static LocalTeamCity teamCity;

    @BeforeAll
    static void loadTinyPlugin() throws Exception {
        Files.createDirectories(checkout());
        teamCity =
                LocalTeamCity.load(TinyPlugin.write(TinyPlugin.parts(), directory), directory.resolve("data"), AGENT);
    }

    @AfterAll
    static void close() {
        teamCity.close();
    }

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
    void keepsTheBlocksOfParallelFlowsApart() {
        BuildResult result = run(step("one", "flow", ""));
        assertThat(depth(result, "in the flow")).isEqualTo(depth(result, "Flow") + 1);
        assertThat(depth(result, "beside the flow")).isEqualTo(depth(result, "Flow"));
    }

    @Test
    void leavesServiceMessagesOfForeignOutputAlone() {
        assertThat(run(step("one", "ignore", "")).texts()).contains("##teamcity[buildNumber '99']");
        assertThat(run(step("one", "ignore", "")).number()).isEqualTo("7");
    }

    @Test
    void obeysMessagesAboutTheBuildItself() {
        BuildResult result = run(
                step("one", "echo", "##teamcity[buildNumber '8']"),
                step("two", "echo", "##teamcity[buildStatus text='{build.status.text}, 2 tasks drained']"),
                step("three", "echo", "##teamcity[message text='slow |[!|]' status='WARNING']"));
        assertThat(result.number()).isEqualTo("8");
        assertThat(result.statusText()).isEqualTo("Success, 2 tasks drained");
        assertThat(line(result, "slow [!]").status()).isEqualTo(Status.WARNING);
    }

    @Test
    void failsOnABuildProblemReportedByMessage() {
        BuildResult result =
                run(step("one", "echo", "##teamcity[buildProblem description='no space' identity='disk']"));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(result.problems()).extracting(BuildProblemData::getIdentity).containsExactly("disk");
    }

    @Test
    void warnsOfABrokenServiceMessageAndShowsIt() {
        assertThat(run(step("one", "echo", "##teamcity[message text=plain]")).texts())
                .contains("##teamcity[message text=plain]")
                .anyMatch(text -> text.startsWith("Broken service message: "));
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
    void showsTheStackTraceOfAnUnexpectedFailure() {
        BuildResult result = run(step("one", "break", "out of luck"));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(result.texts()).anyMatch(text -> text.contains("at tiny.agent.TinyRunner"));
    }

    @Test
    void indentsLinesByTheBlocksAroundThem() {
        BuildResult result = run(step("one", "block", ""));
        assertThat(depth(result, "deep")).isEqualTo(depth(result, "Outer") + 2);
        assertThat(depth(result, "shallow")).isEqualTo(depth(result, "Outer"));
        assertThat(line(result, "deep").status()).isEqualTo(Status.WARNING);
    }

    @Test
    void collectsStatistics() {
        assertThat(run(step("one", "count", "12.5")).statistics()).containsEntry("tiny.count", new BigDecimal("12.5"));
    }

    @Test
    void warnsOfAStatisticTeamCityWouldNotKeep() {
        BuildResult result = run(step("one", "count", "0.12345678"));
        assertThat(result.statistics()).isEmpty();
        assertThat(result.texts()).anyMatch(text -> text.contains("more than 6 decimals"));
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
    void masksPasswordsOfAgentAndServer() {
        assertThat(run(step("one", "mask", "")).texts()).contains("the password is *******, the other *******");
    }

    @Test
    void masksPasswordParameters() {
        BuildResult result = teamCity.run(
                        BuildConfiguration.of(
                                        "Tiny",
                                        Map.of("token", "t0ken"),
                                        List.of(step("one", "echo", "it is %token%")),
                                        checkout())
                                .withPasswordParameters(Set.of("token")),
                        BuildInputs.of(3, "3", "abc"),
                        LogListener.none())
                .result();
        assertThat(result.texts()).contains("it is *******");
        assertThat(result.parameters()).containsEntry("token", "*******");
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
    void tellsTheListenerEveryLineOfTheLog() {
        List<LogLine> heard = new ArrayList<>();
        BuildResult result = teamCity.run(
                        configuration(step("one", "block", "")), BuildInputs.of(6, "6", "abc"), heard::add)
                .result();
        assertThat(heard).isEqualTo(result.log());
    }

    @Test
    void refusesACheckoutDirectoryThatIsNotThere() {
        BuildConfiguration nowhere = BuildConfiguration.of("Tiny", Map.of(), List.of(), directory.resolve("nowhere"));
        assertThatThrownBy(() -> teamCity.run(nowhere, BuildInputs.of(8, "8", "abc"), LogListener.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no checkout directory");
    }

    @Test
    void masksPasswordsInBuildProblems() {
        BuildResult result = teamCity.run(
                        BuildConfiguration.of(
                                        "Tiny",
                                        Map.of("token", "t0ken"),
                                        List.of(step("one", "fail", "refused %token%")),
                                        checkout())
                                .withPasswordParameters(Set.of("token")),
                        BuildInputs.of(10, "10", "abc"),
                        LogListener.none())
                .result();
        assertThat(result.problems())
                .extracting(BuildProblemData::getDescription)
                .containsExactly("refused *******");
        assertThat(result.statusText()).isEqualTo("refused *******");
    }

    @Test
    void emptiesTheBuildsTemporaryDirectory() throws Exception {
        Path temporary = directory.resolve("data/agent/temp/buildTmp");
        Files.writeString(temporary.resolve("left-over"), "secret");
        run(step("one", "echo", "x"));
        assertThat(temporary).isEmptyDirectory();
    }

    private static LocalTeamCity load(AgentProperties agent) throws Exception {
        Path place = Files.createTempDirectory(directory, "other");
        return LocalTeamCity.load(TinyPlugin.write(TinyPlugin.parts(), place), place.resolve("data"), agent);
    }

    private static BuildResult run(BuildStep... steps) {
        return teamCity.run(configuration(steps), BuildInputs.of(7, "7", "abc"), LogListener.none())
                .result();
    }

    private static BuildConfiguration configuration(BuildStep... steps) {
        return BuildConfiguration.of(
                "Tiny", Map.of("greeting", "hello %system.teamcity.projectName%"), List.of(steps), checkout());
    }

    private static Path checkout() {
        return directory.resolve("checkout");
    }

    private static BuildStep step(String name, String what, String text) {
        return new BuildStep(name, "tiny", Map.of("do", what, "text", text));
    }

    private static int depth(BuildResult result, String text) {
        return line(result, text).depth();
    }

    private static LogLine line(BuildResult result, String text) {
        return result.log().stream()
                .filter(line -> line.text().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
