package org.ecsdelivery.dist.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecsdelivery.sandbox.chromium.ChromiumAvailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** The policies of a project as a person keeps them. */
@ChromiumAvailable
@ExtendWith(InBrowser.class)
class PolicyPageChromiumIT {
    private static final String TAB = "/admin/editProject.html?projectId=Sandbox&tab=ecsDeliveryPolicies";

    private final Browser browser;

    PolicyPageChromiumIT(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void beginAnew() {
        browser.forget();
        browser.open(TAB);
    }

    @AfterEach
    void theConsoleIsQuiet() {
        browser.hasNoComplaint();
    }

    @Test
    void aPolicyIsAddedChangedAndRemoved() {
        browser.fill("policy.environments", "nowhere/web\nnowhere/api");
        browser.choose("policy.oneAtATime", "QUEUE");
        save();
        browser.await(page -> browser.text().contains("Protected environments: nowhere/web, nowhere/api"));
        assertThat(browser.text()).contains("One deployment of a service at a time: QUEUE");

        clickIn("tr.own", "a");
        browser.await(page -> browser.text().contains("Edit policy"));
        browser.fill("policy.branches", "main");
        browser.picture("policies-1440");
        save();
        browser.await(page -> browser.text().contains("Branches that may be deployed: main"));
        assertThat(browser.all("tr.own")).hasSize(1);

        browser.script("window.confirm = () => true");
        clickIn("tr.own", "input[type=submit]");
        browser.await(page -> browser.text().contains("There is none"));
    }

    @Test
    void whatIsRefusedIsSaidBesideItsFieldAndRunsNothing() {
        String entered = "%name%/<script>window.broken=1</script>";
        browser.fill("policy.environments", entered);
        save();
        browser.await(
                page -> !browser.byId("error_policy.environments").getText().isEmpty());
        browser.picture("policies-refused-1440");
        assertThat(browser.byId("policy.environments").getAttribute("value")).isEqualTo(entered);
        assertThat(browser.script("return window.broken || ''")).isEqualTo("");
        assertThat(browser.all("tr.own")).isEmpty();
    }

    private void save() {
        clickIn("#ecsDeliveryPolicyForm", ".submitButton");
    }

    private void clickIn(String part, String element) {
        browser.all(part).get(0).findElement(By.cssSelector(element)).click();
    }
}
