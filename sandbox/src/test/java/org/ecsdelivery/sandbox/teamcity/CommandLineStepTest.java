package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.dsl.AnyStep;
import org.ecsdelivery.sandbox.teamcity.BuildResult.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineStepTest {
    @TempDir
    static Path directory;

    private static LocalTeamCity teamCity;

    @BeforeAll
    static void loadTinyPlugin() throws Exception {
        Files.createDirectories(checkout().resolve("inner"));
        Files.writeString(checkout().resolve("inner/here.txt"), "found\n");
        teamCity = LocalTeamCity.load(TinyPlugin.write(TinyPlugin.parts(), directory), directory.resolve("data"));
    }

    @AfterAll
    static void close() {
        teamCity.close();
    }

    @Test
    void printsTheOutputOfAScriptLineByLine() {
        BuildResult result = run(script("echo one\necho two"));

        assertThat(result.succeeded()).isTrue();
        assertThat(result.texts()).containsSubsequence("one", "two", "Process exited with code 0");
    }

    @Test
    void printsErrorsAsWarnings() {
        assertThat(run(script("echo careful >&2")).log())
                .filteredOn(line -> line.text().equals("careful"))
                .extracting(LogLine::status)
                .containsExactly(Status.WARNING);
    }

    @Test
    void runsInTheWorkingDirectoryOfTheStep() {
        assertThat(run(script("cat here.txt").set("teamcity.build.workingDir", "inner"))
                        .texts())
                .contains("found");
    }

    @Test
    void givesTheScriptTheEnvironmentOfTheBuildAndNoOther() {
        assertThat(run(script("echo \"$GREETING from ${HOME-nowhere}\"")).texts())
                .contains("hello from nowhere");
    }

    @Test
    void resolvesReferencesInTheScript() {
        assertThat(run(script("echo build %build.number%")).texts()).contains("build 7");
    }

    @Test
    void obeysServiceMessagesOfTheScript() {
        assertThat(run(script("echo \"##teamcity[buildNumber '8']\"")).number()).isEqualTo("8");
    }

    @Test
    void failsOnAnExitCodeThatIsNotZero() {
        BuildResult result = run(script("exit 3").name("Test"), script("echo never"));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(result.problems())
                .extracting(BuildProblemData::getType, BuildProblemData::getDescription)
                .containsExactly(tuple("TC_EXIT_CODE", "Process exited with code 3 (Step: Test (Command Line))"));
        assertThat(result.texts()).doesNotContain("never");
    }

    @Test
    void isKilledByStopWithAllThatItStarted() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        RunningBuild build = teamCity.run(
                configuration(script("sleep 600 &\necho started\nwait")), BuildInputs.of(5, "5", "abc"), line -> {
                    if (line.text().equals("started")) {
                        started.countDown();
                    }
                });
        started.await();
        build.stop();
        BuildResult result = build.result();

        assertThat(result.outcome()).isEqualTo(Outcome.CANCELED);
        assertThat(result.steps()).extracting(StepResult::outcome).containsExactly(StepResult.Outcome.INTERRUPTED);
        assertThat(result.texts()).noneMatch(text -> text.contains("still runs"));
    }

    @Test
    void saysWhereItCouldNotBeStarted() {
        assertThat(run(script("true").set("teamcity.build.workingDir", "absent"))
                        .statusText())
                .startsWith("The script cannot be started in " + checkout().resolve("absent"));
    }

    @Test
    void masksPasswordsInTheOutput() {
        BuildResult result = teamCity.run(
                        configuration(script("echo \"it is $GREETING\""))
                                .withPasswordParameters(Set.of("env.GREETING")),
                        BuildInputs.of(6, "6", "abc"),
                        LogListener.none())
                .result();

        assertThat(result.texts()).contains("it is *******");
    }

    @Test
    void isRefusedWithoutAScript() {
        assertThatThrownBy(() -> teamCity.server().step("Test", "simpleRunner", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("script.content");
    }

    @Test
    void doesNotRunExecutablesWithParameters() {
        assertThat(run(AnyStep.of("simpleRunner").set("command.executable", "make"))
                        .statusText())
                .isEqualTo("The sandbox runs custom scripts only: set use.custom.script to true");
    }

    private static AnyStep script(String text) {
        return AnyStep.of("simpleRunner").set("use.custom.script", "true").set("script.content", text);
    }

    private static BuildResult run(AnyStep... steps) {
        return teamCity.run(configuration(steps), BuildInputs.of(7, "7", "abc"), LogListener.none())
                .result();
    }

    private static BuildConfiguration configuration(AnyStep... steps) {
        return BuildConfiguration.of(
                "Script",
                Map.of("env.GREETING", "hello"),
                List.of(steps).stream().map(BuildStep::from).toList(),
                checkout());
    }

    private static Path checkout() {
        return directory.resolve("checkout");
    }
}
