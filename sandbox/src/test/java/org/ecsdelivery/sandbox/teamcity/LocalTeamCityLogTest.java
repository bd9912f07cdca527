package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.sandbox.teamcity.BuildResult.Outcome;
import org.junit.jupiter.api.Test;

/** What builds write, and what becomes of it. */
class LocalTeamCityLogTest extends TinyBuilds {
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
    void tellsTheListenerEveryLineOfTheLog() {
        List<LogLine> heard = new ArrayList<>();
        BuildResult result = teamCity.run(
                        configuration(step("one", "block", "")), BuildInputs.of(6, "6", "abc"), heard::add)
                .result();
        assertThat(heard).isEqualTo(result.log());
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
}
