package org.ecsdelivery.dist.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.sandbox.chromium.ChromiumAvailable;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Settings pages as a person uses them. */
@ChromiumAvailable
@ExtendWith(InBrowser.class)
class StepSettingsChromiumIT {
    private static final int FIELDS_OF_THE_LONGEST_PAGE = 80;

    private final Browser browser;
    private final WebPlugin plugin;

    StepSettingsChromiumIT(Browser browser, WebPlugin plugin) {
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
    void aStepIsAddedFilledInSavedAndShownAgain() {
        String id = plugin.keep(plugin.configuration("Added"));
        browser.open("/admin/editBuildRunners.html?id=buildType:" + id);
        browser.all(".types a").stream()
                .filter(link -> link.getText().equals("Deploy to ECS"))
                .findFirst()
                .orElseThrow()
                .click();
        browser.fill("buildRunnerName", "Deploy the shop");
        browser.fill("deploy.cluster", "prod");
        browser.fill("deploy.service", "web");
        browser.choose("deploy.finishLevel", "STOPPED");
        browser.click("save");
        browser.awaitAddress("editBuildRunners.html");
        assertThat(browser.text()).contains("Deploy the shop", "prod");
        assertThat(only(id).parameters())
                .containsEntry("deploy.cluster", "prod")
                .containsEntry("deploy.service", "web")
                .containsEntry("deploy.finishLevel", "STOPPED");
        browser.open(step(id));
        assertThat(browser.byId("deploy.cluster").getAttribute("value")).isEqualTo("prod");
        assertThat(browser.byId("deploy.finishLevel").getAttribute("value")).isEqualTo("STOPPED");
    }

    @Test
    void whatIsRefusedIsSaidBesideItsFieldAndNothingIsSaved() {
        String id = plugin.keep("Refused", RunTypeId.DEPLOY, Map.of("deploy.cluster", "prod", "deploy.service", "web"));
        browser.open(step(id));
        browser.click("advancedSettingsToggle");
        browser.fill("deploy.cluster", "");
        browser.fill("deploy.timeoutMinutes", "soon");
        browser.click("save");
        browser.await(page -> browser.byId("error_deploy.cluster").isDisplayed());
        assertThat(browser.byId("error_deploy.timeoutMinutes").getText()).contains("soon");
        assertThat(browser.focused()).isEqualTo("deploy.cluster");
        assertThat(browser.byId("deploy.cluster").getAttribute("aria-describedby"))
                .isEqualTo("error_deploy.cluster");
        assertThat(only(id).parameters()).containsEntry("deploy.cluster", "prod");
        browser.picture("refused-1440");
        browser.fill("deploy.cluster", "qa");
        browser.fill("deploy.timeoutMinutes", "20");
        browser.click("save");
        browser.awaitAddress("editBuildRunners.html");
        assertThat(only(id).parameters()).containsEntry("deploy.cluster", "qa");
    }

    @Test
    void advancedOptionsHideUntilTheyAreAskedForOrRefused() {
        String id = plugin.keep(
                "Advanced", RunTypeId.IMAGE, Map.of("image.repository", "shop/web", "aws.endpoint", "no address"));
        browser.open(step(id));
        assertThat(browser.byId("aws.endpoint").isDisplayed()).isFalse();
        browser.click("advancedSettingsToggle");
        assertThat(browser.byId("aws.endpoint").isDisplayed()).isTrue();
        browser.click("advancedSettingsToggle");
        assertThat(browser.byId("aws.endpoint").isDisplayed()).isFalse();
        browser.click("save");
        browser.await(page -> browser.byId("error_aws.endpoint").isDisplayed());
        assertThat(browser.focused()).isEqualTo("aws.endpoint");
    }

    @Test
    void theKeyboardIsEnough() {
        String id = plugin.keep("Keyboard", RunTypeId.DEPLOY, Map.of());
        browser.open(step(id));
        tabTo("deploy.cluster");
        browser.press("prod");
        tabTo("deploy.service");
        browser.press("web");
        tabTo("advancedSettingsToggle");
        browser.press(Keys.ENTER);
        assertThat(browser.byId("aws.endpoint").isDisplayed()).isTrue();
        tabTo("save");
        browser.press(Keys.ENTER);
        browser.awaitAddress("editBuildRunners.html");
        assertThat(only(id).parameters())
                .containsEntry("deploy.cluster", "prod")
                .containsEntry("deploy.service", "web");
    }

    @Test
    void aSecretIsTypedOnceAndNeverShownAgain() {
        String id = plugin.keep("Secret", RunTypeId.DEPLOY, Map.of("deploy.cluster", "prod", "deploy.service", "web"));
        String secret = "typed-once-" + "0123456789".repeat(40);
        browser.open(step(id));
        browser.click("advancedSettingsToggle");
        browser.fill("aws.accessKeyId", "AKIAEXAMPLEEXAMPLE00");
        browser.fill("secure:aws.secretAccessKey", secret);
        browser.click("save");
        browser.awaitAddress("editBuildRunners.html");
        assertThat(only(id).parameters()).containsEntry("secure:aws.secretAccessKey", secret);
        assertThat(browser.source()).doesNotContain("typed-once");
        browser.open(step(id));
        assertThat(browser.source()).doesNotContain("typed-once");
        assertThat(browser.byId("secure:aws.secretAccessKey").getAttribute("value"))
                .doesNotContain("typed-once");
        browser.fill("buildRunnerName", "Renamed");
        browser.click("save");
        browser.awaitAddress("editBuildRunners.html");
        assertThat(only(id).name()).isEqualTo("Renamed");
        assertThat(only(id).parameters()).containsEntry("secure:aws.secretAccessKey", secret);
    }

    @Test
    void aBuildFeatureIsAddedAndChecked() {
        String id = plugin.keep(plugin.configuration("Feature"));
        browser.open("/admin/editBuildFeature.html?id=buildType:" + id + "&featureId=__NEW_FEATURE__&featureType="
                + EnvFileFeature.TYPE);
        browser.fill("envFile.path", "");
        browser.click("save");
        browser.await(page -> browser.byId("error_envFile.path").isDisplayed());
        browser.fill("envFile.path", "config/.env");
        browser.click("save");
        browser.awaitAddress("editBuildRunners.html");
        assertThat(browser.text()).contains("config/.env");
        assertThat(plugin.kept(id).features().get(0).parameters()).containsEntry("envFile.path", "config/.env");
    }

    @Test
    void aDeveloperReadsTheSettingsWithoutAFieldToFill() {
        String id = plugin.keep("Read", RunTypeId.DEPLOY, Map.of("deploy.cluster", "prod", "deploy.service", "web"));
        browser.workAs("DEVELOPER");
        browser.open(step(id));
        assertThat(browser.text()).contains("Cluster: prod");
        assertThat(browser.all("main input, main select, main textarea")).isEmpty();
    }

    private void tabTo(String id) {
        for (int pressed = 0;
                pressed < FIELDS_OF_THE_LONGEST_PAGE && !browser.focused().equals(id);
                pressed++) {
            browser.press(Keys.TAB);
        }
        assertThat(browser.focused()).isEqualTo(id);
    }

    private BuildStep only(String id) {
        return plugin.kept(id).steps().get(0);
    }

    static String step(String id) {
        return "/admin/editRunType.html?id=buildType:" + id + "&runnerId=RUNNER_1";
    }
}
