package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

class DeploymentReportTest {

    @Test
    void writesADrainedDeploymentForMachines() {
        ReportedRun run = new ReportedRun(Scenes::happy);

        Golden.assertMatches(run.json(), "deployment-drained.json");
    }

    @Test
    void writesADrainedDeploymentForPeople() {
        ReportedRun run = new ReportedRun(Scenes::happy);

        Golden.assertMatches(run.html(), "deployment-drained.html");
    }

    @Test
    void writesARolledBackDeploymentForPeople() {
        ReportedRun run = new ReportedRun(Scenes::rolledBack);

        Golden.assertMatches(run.html(), "deployment-rolled-back.html");
    }

    @Test
    void tellsMachinesWhatMadeEcsGoBack() {
        ReportedRun run = new ReportedRun(Scenes::rolledBack);

        assertThat(run.json().replaceAll("\\s+", ""))
                .contains("\"rolledBackBy\":{\"kind\":\"CIRCUIT_BREAKER\",\"alarms\":[],");
    }

    @Test
    void tellsMachinesWhichBuildRegisteredWhatTookOver() {
        ReportedRun run = new ReportedRun(Scenes::superseded);

        assertThat(run.json().replaceAll("\\s+", ""))
                .contains("\"supersededBy\":{\"deployment\":\"ecs-svc/3333333333333333333\",")
                .contains("\"buildUrl\":\"https://ci.example.com/build/77\"")
                .contains("\"registeredBy\":\"arn:aws:sts::123456789012:assumed-role/deploy/teamcity\"");
    }

    @Test
    void escapesWhatContainersWrote() {
        ReportedRun run = new ReportedRun(Scenes::rolledBack);

        assertThat(run.html())
                .contains("panic: &lt;config&gt; &amp; &quot;port&quot; missing")
                .doesNotContain("<config>");
    }

    @Test
    void needsNothingButItself() {
        ReportedRun run = new ReportedRun(Scenes::happy);

        assertThat(run.html()).doesNotContain("<script", "src=", "href=", "@import", "url(", "http:", "https:");
    }

    @Test
    void canBeWrittenBeforeThereIsADeployment() {
        DeploymentReport report = new DeploymentReport(Scenes.settings(), new VirtualTime());
        Verdict verdict = Verdict.of(FailureKind.SERVICE_NOT_FOUND, "There is no service shop.");

        assertThat(report.json(verdict)).contains("\"result\" : \"FAILED\"").doesNotContain("\"deployment\"");
        assertThat(report.html(verdict)).contains("There is no service shop.");
    }

    @Test
    void drawsStagesAndTrafficWhereADeploymentShiftsIt() {
        String page = new ReportedRun(Scenes::canary).html();

        assertThat(page)
                .containsSubsequence(
                        "<b>Stages</b>",
                        "post scale up <b>3 s</b> (this step continued it)",
                        "bake time <b>1 min 32 s</b>",
                        "<b>Production traffic</b> <span>100 % on the new tasks at last</span>",
                        "12.5 % for <b>1 min</b>",
                        "<h3>New tasks (2)</h3>");
        assertThat(new ReportedRun(Scenes::happy).html()).doesNotContain("Stages", "Production traffic");
    }

    @Test
    void endsTrafficAndStagesWhereEcsGoesBack() {
        String page = new ReportedRun(Scenes::canaryThatGoesBack).html();

        assertThat(page).contains("bake time <b>40 s</b>", "100 % for <b>49 s</b>");
    }

    @Test
    void foldsManyTasksAfterTellingOfThemTogether() {
        String page = new ReportedRun(Scenes::many).html();

        assertThat(page)
                .contains("<h3>New tasks (60)</h3>", "<summary>Each of the 60 tasks</summary>")
                .containsSubsequence(
                        "<b>draining</b> <span>60 tasks</span>", "<details>", "10.0.2.59:8080", "</details>");
    }

    @Test
    void tellsOfFewTasksEachByItself() {
        assertThat(new ReportedRun(Scenes::happy).html()).doesNotContain("<details>");
    }

    @Test
    void tellsOldTasksThatNobodyTouched() {
        assertThat(new ReportedRun(Scenes::rolledBack).html()).contains("<h3>Old tasks (2)</h3>");
    }

    @Test
    void hasWordsForEveryBar() {
        String page = new ReportedRun(Scenes::happy).html();

        assertThat(page.split("<svg class=\"bar( phases)?\"", -1))
                .hasSameSizeAs(page.split("<ol class=\"states\">", -1));
    }

    @Test
    void hidesTheBarsFromScreenReaders() {
        assertThat(new ReportedRun(Scenes::happy).html())
                .doesNotContainPattern("<svg (?![^>]*aria-hidden)(?!class=\"ticks)");
    }
}
