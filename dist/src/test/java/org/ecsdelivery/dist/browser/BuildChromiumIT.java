package org.ecsdelivery.dist.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.sandbox.chromium.ChromiumAvailable;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds as a person runs and looks at them, and every page at the width of a desk and of a telephone. */
@ChromiumAvailable
@ExtendWith(InBrowser.class)
class BuildChromiumIT {
    private final Browser browser;
    private final WebPlugin plugin;

    BuildChromiumIT(Browser browser, WebPlugin plugin) {
        this.browser = browser;
        this.plugin = plugin;
    }

    @BeforeEach
    void beginAnew() {
        browser.forget();
    }

    @AfterEach
    void theConsoleIsQuiet() {
        browser.hasNoComplaint();
    }

    @Test
    void aBuildRunsWithAnotherParameterAndItsReportOpens() {
        BuildStep script = new BuildStep(
                "Script",
                "simpleRunner",
                Map.of(
                        "use.custom.script",
                        "true",
                        "script.content",
                        "echo 'greets %greeting% with %word%'; mkdir r; echo '<h1>Report of %greeting%</h1>' > r/index.html"));
        String id = plugin.keep(plugin.configuration("Runs")
                .withSteps(List.of(script))
                .withMoreParameters(Map.of("greeting", "nobody", "word", "pass-word-4711"))
                .withPasswordParameters(Set.of("word"))
                .withArtifactPaths(List.of("r => r")));
        browser.open("/viewType.html?buildTypeId=" + id);
        browser.click("run");
        browser.fill("run_greeting", "Ada");
        browser.all("#runDialog [type=submit]").get(0).click();
        browser.awaitAddress("viewLog.html");
        browser.await(page -> !browser.all("#buildLog[data-over]").isEmpty());
        assertThat(browser.text()).contains("greets Ada with *******").doesNotContain("pass-word-4711");
        assertThat(browser.byId("buildStatus").getText()).isEqualTo("Success");
        browser.all("nav.tabs a").stream()
                .filter(link -> link.getText().equals("Artifacts"))
                .findFirst()
                .orElseThrow()
                .click();
        browser.await(page -> browser.all("#artifacts a")).get(0).click();
        browser.awaitAddress("/repository/download/");
        assertThat(browser.source()).contains("Report of Ada");
    }

    @Test
    void aViewerIsNotOfferedToRunABuild() {
        String id = plugin.keep(plugin.configuration("Looked at"));
        browser.workAs("VIEWER");
        browser.open("/viewType.html?buildTypeId=" + id);
        assertThat(browser.all("#run")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 480})
    void noPageIsWiderThanTheWindow(int width) {
        String deploy = plugin.keep(
                "Looks " + width, RunTypeId.DEPLOY, Map.of("deploy.cluster", "prod", "deploy.service", "web"));
        String image = plugin.keep("Images " + width, RunTypeId.IMAGE, Map.of("image.repository", "shop/web"));
        fits(width, "/overview.html", "overview");
        fits(width, "/viewType.html?buildTypeId=" + deploy, "configuration");
        fits(width, "/admin/editBuildRunners.html?id=buildType:" + deploy, "settings");
        fits(width, "/admin/editRunType.html?id=buildType:" + image + "&runnerId=RUNNER_1", "image");
        fits(width, "/admin/editRunType.html?id=buildType:" + deploy + "&runnerId=RUNNER_1", "deploy");
        browser.click("advancedSettingsToggle");
        fits(width, "/admin/editRunType.html?id=buildType:" + deploy + "&runnerId=RUNNER_1", "deploy-advanced");
    }

    private void fits(int width, String path, String name) {
        browser.width(width);
        browser.open(path);
        browser.byId("mainContent");
        assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                .as("the width of " + path)
                .isLessThanOrEqualTo(width);
        browser.picture(name + "-" + width);
    }
}
