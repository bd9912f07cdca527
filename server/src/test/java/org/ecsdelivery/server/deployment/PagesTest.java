package org.ecsdelivery.server.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.news.DeploymentNews;
import org.ecsdelivery.server.PageServer;
import org.ecsdelivery.server.deployment.JournalNote.Kind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tab of a build and that of a project, as the JSP engine of TeamCity renders them. */
class PagesTest {
    private static final String HOSTILE = "\\\"'><script>alert(1)</script><img src=x onerror=alert(2)>${1+1}";
    private static PageServer pages;

    @TempDir
    Path directory;

    private final ServerWithBuilds world = new ServerWithBuilds();

    @BeforeAll
    static void startTheJspEngine() {
        pages = new PageServer();
    }

    @AfterAll
    static void stopTheJspEngine() throws Exception {
        pages.close();
    }

    @Test
    void showsADeploymentThatGoesOn() {
        Document tab = tab(ReportsToTell.underWay("web", "WAIT"));

        assertThat(tab.selectFirst("h3").text()).isEqualTo("web in cluster prod under way");
        assertThat(tab.selectFirst("p[role=status]").text()).isEqualTo("The step is at rollout.");
        assertThat(tab.selectFirst(".ecsDelivery__state").attr("data-live")).isEqualTo("true");
        assertThat(tab.select("dl").text())
                .contains("Deployment ecs-svc/2")
                .contains("Revision shop:7 after shop:6")
                .contains("Tasks 3 of 4 run, 1 pending, 0 failed")
                .contains("Until live 9 s");
        assertThat(tab.select("li").eachText()).contains("03:04:06 Task 1 is slow.", "preflight 1 s");
        assertThat(tab.select(".ecsDelivery__changes").text()).contains("CPU 256 512");
    }

    @Test
    void showsHowItEndedAndLooksNoMore() {
        Document tab = tab(ReportsToTell.ended("web", "ROLLED_BACK"));

        assertThat(tab.selectFirst("h3 span").text()).isEqualTo("rolled back");
        assertThat(tab.selectFirst("h3 span").className()).contains("ecsDelivery__result_bad");
        assertThat(tab.selectFirst(".ecsDelivery__state").attr("data-live")).isEqualTo("false");
    }

    @Test
    void showsEachDeploymentOfABuild() {
        assertThat(tab(ReportsToTell.ended("api", "SUCCEEDED"), ReportsToTell.underWay("web", "WAIT"))
                        .select("h3")
                        .eachText())
                .containsExactlyInAnyOrder("api in cluster prod succeeded", "web in cluster prod under way");
    }

    @Test
    void offersButtonsWhereEcsWaitsForSomebody() {
        Element form = tab(ReportsToTell.paused("web")).selectFirst("form");

        assertThat(form.attr("data-step")).isEqualTo("RUNNER_1");
        assertThat(form.attr("data-service")).isEqualTo("web");
        assertThat(form.select("button").eachText()).containsExactly("Continue", "Roll back");
        assertThat(form.text()).contains("ECS waits at stage POST_TEST_TRAFFIC_SHIFT for an answer.");
    }

    @Test
    void showsWhatTheServerDidForADeploymentWhoseStepHasGone() {
        Journal journal = new Journal(directory);
        journal.keep(1, ReportsToTell.underWay("web", "ROLL_BACK"));
        journal.note(
                journal.of(1).get(0),
                new JournalNote(Instant.parse("2026-01-02T03:05:00Z"), Kind.TURNED_BACK, "ECS was asked."));
        Document tab = tab(new DeploymentView(journal.of(1).get(0), false));

        assertThat(tab.text())
                .contains("its step has gone")
                .contains("What the server did")
                .contains("2026-01-02 03:05 UTC ECS was asked.");
    }

    @Test
    void showsHostileTextsAsTheyAre() {
        String report = ReportsToTell.paused("web")
                .report()
                .replace("Task 1 is slow.", HOSTILE)
                .replace("\"CPU\"", "\"" + HOSTILE + "\"")
                .replace("\"prod\"", "\"" + HOSTILE + "\"")
                .replace("ecs-svc/2", HOSTILE)
                .replace("host/shop@", HOSTILE)
                .replace("POST_TEST_TRAFFIC_SHIFT", HOSTILE)
                .replace("\"ROLLOUT\"", "\"" + HOSTILE + "\"");
        Document tab = tab(new DeploymentNews("RUNNER_1", "web", report));

        assertThat(tab.select("script, img")).isEmpty();
        assertThat(tab.text()).contains("<script>alert(1)</script>").contains("${1+1}");
    }

    @Test
    void theHistoryShowsHostileTextsAsTheyAre() {
        History history = new History();
        String report = ReportsToTell.ended("web", "SUCCEEDED")
                .report()
                .replace("\"prod\"", "\"" + HOSTILE + "\"")
                .replace("shop:7", HOSTILE)
                .replace("host/shop@", HOSTILE)
                .replace("SUCCEEDED", HOSTILE);
        history.add(world.over(1), "RUNNER_1", Report.parse(report).orElseThrow());
        history.add(
                world.over(2),
                "RUNNER_1",
                Report.parse(report.replace("12.5", "13")).orElseThrow());

        Document tab = history(history, new HistoryQuery(HOSTILE, 1, List.of("1/RUNNER_1/web", "2/RUNNER_1/web")));

        assertThat(tab.select("script, img, b")).isEmpty();
        assertThat(history(history, new HistoryQuery("", 1, List.of())).text()).contains("Jane <b>");
    }

    @Test
    void theHistoryLeadsToTheTabOfTheBuild() {
        History history = new History();
        history.add(
                world.over(17),
                "RUNNER_1",
                Report.parse(ReportsToTell.ended("web", "SUCCEEDED").report()).orElseThrow());

        Document tab = history(history, new HistoryQuery("", 1, List.of()));

        assertThat(tab.selectFirst("a").attr("href"))
                .contains("/viewLog.html")
                .contains("buildId=17")
                .contains("tab=ecsDeliveryDeployment");
        assertThat(tab.select("td").eachText())
                .contains("web in prod", "shop:7", "sha256:0123456789ab", "Jane <b>", "succeeded", "12 s");
    }

    private Document tab(DeploymentNews... told) {
        Journal journal = new Journal(directory);
        for (DeploymentNews each : told) {
            journal.keep(1, each);
        }
        return render("deploymentTab.jsp", DeploymentsPage.of(world.running(1), journal.of(1)));
    }

    private static Document tab(DeploymentView view) {
        return render("deployments.jsp", DeploymentsPage.of(1, List.of(view)));
    }

    private Document history(History history, HistoryQuery query) {
        return render(
                "historyTab.jsp",
                HistoryPage.of(
                        "Shop",
                        query,
                        history.of(world.configuration),
                        new Comparisons(world.server, new BuildReports(new Journal(directory)))));
    }

    private static Document render(String page, Object bean) {
        return Jsoup.parse(pages.renderModel("/plugins/ecs-delivery/" + page, Map.of("ecsDelivery", bean)));
    }
}
