package org.ecsdelivery.dist.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.ecsdelivery.sandbox.chromium.ChromiumAvailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The button that tests a step's way to AWS, and the names that are offered while one types, against a stand-in for AWS. */
@ChromiumAvailable
@ExtendWith(InBrowser.class)
class AccessChromiumIT {
    private static final String ALLOWED = "teamcity.internal.ecsDelivery.allowedEndpoints";
    private static final String SECRET = "secret-of-the-step";

    private final Browser browser;
    private final WebPlugin plugin;
    private final LocalAws aws = LocalAws.builder().start();

    AccessChromiumIT(Browser browser, WebPlugin plugin) {
        this.browser = browser;
        this.plugin = plugin;
    }

    @BeforeEach
    void beginAnew() {
        System.setProperty(ALLOWED, "http://127.0.0.1:*");
        aws.ecs()
                .service("prod", "web")
                .image("registry.example.org/web:1")
                .running(1)
                .create();
        aws.ecs().cluster("qa");
        browser.forget();
    }

    @AfterEach
    void theConsoleIsQuiet() {
        browser.hasNoComplaint();
        assertThat(browser.source()).doesNotContain(SECRET);
        System.clearProperty(ALLOWED);
        aws.close();
    }

    @Test
    void namesAreOfferedWhileOneTypesAndChosenWithTheKeyboard() {
        edit("Pickers", Map.of());
        choose("deploy.cluster", "pr");
        assertThat(value("deploy.cluster")).isEqualTo("prod");
        choose("deploy.service", "w");
        assertThat(value("deploy.service")).isEqualTo("web");
    }

    @Test
    void theButtonSaysWhoTheStepWouldBe() {
        edit("Good", Map.of("deploy.cluster", "prod", "deploy.service", "web"));
        assertThat(test()).contains("Connected as arn:aws:", aws.account().id());
        assertThat(browser.byId("ecsDeliveryTestResult").getAttribute("data-done"))
                .isEqualTo("good");
        browser.picture("access-good-1440");
    }

    @Test
    void theButtonSaysWhatIsDenied() {
        aws.surroundings().roles().deny("ecs:UpdateService");
        edit("Denied", Map.of("deploy.cluster", "prod", "deploy.service", "web"));
        assertThat(test()).contains("Missing: ecs:UpdateService");
        browser.width(480);
        browser.picture("access-denied-480");
    }

    @Test
    void theButtonSaysThatNobodyAnswers() {
        aws.faults().always("sts", "*", new Fault.Dropped());
        edit("Unreachable", Map.of());
        assertThat(test()).contains("gave no usable answer");
        assertThat(browser.byId("ecsDeliveryTestResult").getAttribute("data-done"))
                .isEqualTo("bad");
    }

    @Test
    void aStoredSecretIsNotUsedForAnotherKey() {
        edit("Another key", Map.of());
        browser.fill("aws.accessKeyId", "AKIAEXAMPLEEXAMPLE01");
        assertThat(test()).contains("used only with the settings that it was saved with");
        assertThat(aws.calls().count("sts", "GetCallerIdentity")).isZero();
    }

    private void edit(String name, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "aws.region",
                aws.account().region(),
                "aws.endpoint",
                aws.endpoint().toString(),
                "aws.accessKeyId",
                "AKIAEXAMPLEEXAMPLE00",
                "secure:aws.secretAccessKey",
                SECRET));
        parameters.putAll(more);
        String id = plugin.keep(name, RunTypeId.DEPLOY, parameters);
        browser.open(StepSettingsChromiumIT.step(id));
        browser.click("advancedSettingsToggle");
    }

    private void choose(String field, String typed) {
        browser.byId(field).sendKeys(typed);
        browser.await(page -> shown(field));
        browser.byId(field).sendKeys(Keys.ARROW_DOWN);
        assertThat(browser.byId(field).getAttribute("aria-activedescendant")).isNotBlank();
        browser.byId(field).sendKeys(Keys.ENTER);
    }

    private boolean shown(String field) {
        String list = browser.byId(field).getAttribute("aria-controls");
        List<WebElement> options = browser.all("#" + list + " [role=option]");
        return !options.isEmpty() && options.get(0).isDisplayed();
    }

    private String value(String field) {
        return browser.byId(field).getAttribute("value");
    }

    private String test() {
        browser.click("ecsDeliveryTest");
        browser.await(page -> browser.byId("ecsDeliveryTestResult").getAttribute("data-done") != null);
        return browser.byId("ecsDeliveryTestResult").getText();
    }
}
