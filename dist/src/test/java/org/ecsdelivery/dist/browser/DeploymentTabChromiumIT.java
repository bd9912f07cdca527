package org.ecsdelivery.dist.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.chromium.ChromiumAvailable;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A person who answers a pause hook on the tab of a deployment that goes on. */
@ChromiumAvailable
@ExtendWith(InBrowser.class)
class DeploymentTabChromiumIT {
    private static final String ALLOWED = "teamcity.internal.ecsDelivery.allowedEndpoints";

    private final Browser browser;
    private final WebPlugin plugin;
    private final LocalAws aws = LocalAws.builder().timings(TaskTimings.hasty()).start();

    DeploymentTabChromiumIT(Browser browser, WebPlugin plugin) {
        this.browser = browser;
        this.plugin = plugin;
    }

    @BeforeEach
    void aServiceWhoseDeploymentsWaitForSomebody() {
        System.setProperty(ALLOWED, "http://127.0.0.1:*");
        String blue = aws.elb()
                .create(TargetGroupSpec.named("blue")
                        .withDeregistrationDelay(Duration.ZERO)
                        .withHealthChecks(Duration.ofSeconds(1), 2, 2));
        String green = aws.elb()
                .create(TargetGroupSpec.named("green")
                        .withDeregistrationDelay(Duration.ZERO)
                        .withHealthChecks(Duration.ofSeconds(1), 2, 2));
        aws.ecs()
                .service("demo", "web")
                .image("registry.example.org/web:1")
                .targetGroup(blue)
                .running(1)
                .blueGreen(green, 0)
                .pause("POST_TEST_TRAFFIC_SHIFT", 60, "ROLLBACK")
                .create();
        browser.forget();
    }

    @AfterEach
    void theConsoleIsQuiet() {
        browser.hasNoComplaint();
        System.clearProperty(ALLOWED);
        aws.close();
    }

    @ParameterizedTest
    @CsvSource({"CONTINUE, Success, 1440", "ROLL_BACK, web:2 did not hold, 480"})
    void anAnswerIsWhatBecomesOfTheDeployment(String answer, String status, int width) {
        browser.open("/viewType.html?buildTypeId=" + plugin.keep("Answers " + answer, RunTypeId.DEPLOY, step()));
        browser.click("run");
        browser.await(page -> browser.all("#runDialog [type=submit]")).get(0).click();
        browser.awaitAddress("viewLog.html");
        browser.width(width);
        openTab();

        browser.await(page -> page.findElement(By.name("comment"))).sendKeys("<b>looked</b> at it");
        browser.picture("pause-" + width);
        browser.all("#ecsDelivery button[data-answer=" + answer + "]").get(0).click();

        browser.await(page -> !browser.all("#ecsDelivery [data-live=false]").isEmpty());
        assertThat(browser.text()).contains("<b>looked</b> at it");
        browser.picture("answered-" + width);
        link("Build Log").orElseThrow().click();
        browser.await(page -> !browser.all("#buildLog[data-over]").isEmpty());
        assertThat(browser.text()).contains("At stage POST_TEST_TRAFFIC_SHIFT of service web", "<b>looked</b> at it");
        assertThat(browser.byId("buildStatus").getText()).startsWith(status);
    }

    /** The tab is there once the step has told of a deployment. */
    private void openTab() {
        String tab = browser.await(page -> {
                    page.navigate().refresh();
                    return link("Deployment").orElse(null);
                })
                .getAttribute("href");
        browser.await(page -> {
            page.get(tab);
            return !browser.all("#ecsDelivery").isEmpty();
        });
    }

    private Optional<WebElement> link(String name) {
        return browser.all("nav.tabs a").stream()
                .filter(link -> link.getText().equals(name))
                .findFirst();
    }

    private Map<String, String> step() {
        Map<String, String> step = new HashMap<>(BuildStep.from(DeployStep.of("demo", "web")
                        .image("registry.example.org/web@sha256:" + "ab".repeat(32))
                        .finishLevel(FinishLevel.LIVE)
                        .timeout(Duration.ofMinutes(3))
                        .endpoint(aws.endpoint().toString()))
                .parameters());
        step.put("aws.region", "eu-central-1");
        step.put("aws.accessKeyId", "AKIAPACKEDPACKEDPACK");
        step.put("secure:aws.secretAccessKey", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");
        return step;
    }
}
