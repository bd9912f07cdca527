package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.sandbox.teamcity.web.LocalWeb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalWebTest extends TinyBuilds {
    private static final String STEP = "/admin/editRunType.html?id=buildType:Sandbox_Tiny&runnerId=RUNNER_1";
    private static final String SECRET = "the-key-nobody-may-read";
    private static LocalWeb web;

    private final Browsing browser = new Browsing(web.address());

    @BeforeAll
    static void open() {
        web = LocalWeb.open(teamCity, directory.resolve("web"));
    }

    @AfterAll
    static void closePages() {
        web.close();
    }

    @BeforeEach
    void keepOneConfiguration() {
        BuildStep step = new BuildStep("First", "tiny", Map.of("do", "say", "text", "hello", "secure:key", SECRET));
        teamCity.server().configurations().save(configuration(step));
    }

    @Test
    void listsTheBuildConfigurations() throws Exception {
        assertThat(browser.open("/").body()).contains("viewType.html?buildTypeId=Sandbox_Tiny");
    }

    @Test
    void showsAStepOnThePageThatThePluginBrought() throws Exception {
        assertThat(browser.open(STEP).body()).contains("name=\"prop:do\" value=\"say\"");
    }

    @Test
    void fillsTheDefaultsIntoAStepThatIsAdded() throws Exception {
        String page = "/admin/editRunType.html?id=buildType:Sandbox_Tiny&runnerId=__NEW_RUNNER__&runnerType=tiny";
        assertThat(browser.open(page).statusCode()).isEqualTo(200);
        browser.submit("/admin/editRunType.html", added(Map.of("prop:do", "say", "buildRunnerName", "Second")));
        assertThat(steps()).extracting(BuildStep::name).containsExactly("First", "Second");
    }

    @Test
    void savesWhatThePluginAccepts() throws Exception {
        String answer = browser.submit(STEP, Map.of("prop:do", "<b>", "buildRunnerName", "Renamed"))
                .body();
        assertThat(answer).contains("editBuildRunners.html");
        assertThat(steps()).containsExactly(new BuildStep("Renamed", "tiny", Map.of("do", "<b>")));
        assertThat(browser.open(STEP).body()).contains("value=\"&lt;b&gt;\"").doesNotContain("<b>");
    }

    @Test
    void lettersOfEveryLanguageArriveAsTheyWereTyped() throws Exception {
        browser.submit(STEP, Map.of("prop:do", "Grüße, 你好"));
        assertThat(steps().get(0).parameters()).containsEntry("do", "Grüße, 你好");
        assertThat(browser.open(STEP).body()).contains("value=\"Grüße, 你好\"");
    }

    @Test
    void namesTheFieldThatThePluginRefusesAndKeepsTheStepAsItWas() throws Exception {
        List<BuildStep> before = steps();
        assertThat(browser.submit(STEP, Map.of("prop:other", "x")).body())
                .isEqualTo("{\"errors\":{\"do\":\"Say what to do\"}}");
        assertThat(steps()).isEqualTo(before);
    }

    @Test
    void pagesCarryASecretOnlyClosedAndTakeItBack() throws Exception {
        String page = browser.open(STEP).body();
        assertThat(page).doesNotContain(SECRET);
        Matcher closed = Pattern.compile("data-closed=\"([^\"]+)\"").matcher(page);
        assertThat(closed.find()).isTrue();
        browser.submit(STEP, Map.of("prop:do", "say", "prop:encrypted:secure:key", closed.group(1)));
        assertThat(steps().get(0).parameters()).containsEntry("secure:key", SECRET);
    }

    @Test
    void aSecretThatThisServerDidNotCloseIsRefused() throws Exception {
        assertThat(browser.submit(STEP, Map.of("prop:do", "say", "prop:encrypted:secure:key", "b3Blbg=="))
                        .statusCode())
                .isEqualTo(400);
        assertThat(steps().get(0).parameters()).containsEntry("secure:key", SECRET);
    }

    @Test
    void nothingIsChangedWithoutTheTokenOfTheSession() throws Exception {
        assertThat(browser.send(browser.post(STEP, Map.of("prop:do", "evil"))).statusCode())
                .isEqualTo(403);
        assertThat(steps().get(0).parameters()).containsEntry("do", "say");
    }

    @Test
    void nothingIsChangedByAPageOfElsewhere() throws Exception {
        String token = browser.token();
        assertThat(browser.send(browser.post(STEP, Map.of("prop:do", "evil"))
                                .header("X-TC-CSRF-Token", token)
                                .header("Origin", "https://elsewhere.example"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aDeveloperLooksAtSettingsButCannotSave() throws Exception {
        browser.workAs(Role.DEVELOPER);
        assertThat(browser.open("/admin/editBuildRunners.html?id=buildType:Sandbox_Tiny")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.submit(STEP, Map.of("prop:do", "evil")).statusCode()).isEqualTo(403);
        assertThat(steps().get(0).parameters()).containsEntry("do", "say");
    }

    @Test
    void aViewerNeitherSeesSettingsNorRunsBuilds() throws Exception {
        browser.workAs(Role.VIEWER);
        assertThat(browser.open(STEP).statusCode()).isEqualTo(403);
        assertThat(browser.submit("/runBuild.html", Map.of("buildTypeId", "Sandbox_Tiny"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.open("/overview.html").body()).doesNotContain(SECRET);
    }

    @Test
    void runsABuildWithParametersOfItsOwnAndTellsItsLog() throws Exception {
        teamCity.server().configurations().save(script("echo 'says %greeting% <i> %password%'"));
        browser.submit(
                "/runBuild.html",
                Map.of("buildTypeId", "Sandbox_Script", "parameter:greeting", "moin", "parameter:password", ""));
        RunningBuild build = last();
        assertThat(build.result().outcome()).isEqualTo(BuildResult.Outcome.SUCCESS);
        assertThat(browser.open("/buildLog.html?from=0&buildId="
                                + build.inputs().id())
                        .body())
                .contains("says moin <i> *******", "\"over\":true");
        assertThat(teamCity.server()
                        .configurations()
                        .find("Sandbox_Script")
                        .orElseThrow()
                        .parameters())
                .containsEntry("greeting", "hello");
    }

    @Test
    void theDialogOfRunShowsNoPassword() throws Exception {
        teamCity.server().configurations().save(script("true"));
        assertThat(browser.open("/viewType.html?buildTypeId=Sandbox_Script").body())
                .contains("parameter:password", "value=\"hello\"")
                .doesNotContain("pw-4711");
    }

    @Test
    void artifactsOpenButMayRunNoScript() throws Exception {
        teamCity.server()
                .configurations()
                .save(script("echo '<h1>report</h1>' > report.html").withArtifactPaths(List.of("report.html")));
        browser.submit("/runBuild.html", Map.of("buildTypeId", "Sandbox_Script"));
        last().result();
        String folder = "/repository/download/Sandbox_Script/" + last().inputs().id() + ":id/";
        var report = browser.open(folder + "report.html");
        assertThat(report.body()).contains("<h1>report</h1>");
        assertThat(report.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox;");
        assertThat(browser.open(folder + "..%2F..%2F..%2Ftiny.zip").statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void showsTheTabThatThePluginBroughtWhereItSaysItIsAvailable() throws Exception {
        run(step("One", "say", "hello"));
        long id = last().inputs().id();
        assertThat(browser.open("/viewLog.html?tab=tinyTab&buildId=" + id).body())
                .contains("Tiny tab</a>", "<p id=\"tiny\">Tiny #7</p>");
        teamCity.run(configuration(), BuildInputs.of(70, "70", "abc").asPersonal(), LogListener.none())
                .result();
        assertThat(browser.open("/viewLog.html?tab=tinyTab&buildId=70").statusCode())
                .isEqualTo(404);
    }

    @Test
    void controllersOfThePluginKnowWhoAsks() throws Exception {
        assertThat(browser.open("/tiny.html").body()).isEqualTo("tiny answers ada");
        browser.workAs(Role.DEVELOPER);
        assertThat(browser.open("/tiny.html").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(browser.open("/nowhere.html").statusCode()).isEqualTo(404);
        assertThat(browser.open("/viewLog.html?buildId=99999").statusCode()).isEqualTo(404);
        assertThat(browser.open("/admin/editRunType.html?id=buildType:Sandbox_Tiny&runnerId=RUNNER_9")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.open("/WEB-INF/shell/step.jsp").statusCode()).isEqualTo(404);
    }

    private static BuildConfiguration script(String line) throws Exception {
        Files.createDirectories(checkout());
        BuildStep step =
                new BuildStep("Script", "simpleRunner", Map.of("use.custom.script", "true", "script.content", line));
        return BuildConfiguration.of(
                        "Script", Map.of("greeting", "hello", "password", "pw-4711"), List.of(step), checkout())
                .withPasswordParameters(Set.of("password"));
    }

    private static Map<String, String> added(Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.putAll(Map.of("id", "buildType:Sandbox_Tiny", "runnerId", "__NEW_RUNNER__", "runnerType", "tiny"));
        return all;
    }

    private static RunningBuild last() {
        return teamCity.builds().get(teamCity.builds().size() - 1);
    }

    private static List<BuildStep> steps() {
        return teamCity.server()
                .configurations()
                .find("Sandbox_Tiny")
                .orElseThrow()
                .steps();
    }
}
