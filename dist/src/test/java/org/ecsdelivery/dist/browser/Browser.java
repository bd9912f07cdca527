package org.ecsdelivery.dist.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import org.ecsdelivery.sandbox.chromium.Chromium;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window; what its console complains about fails the test. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final String address;

    private Browser(ChromeDriver driver, String address) {
        this.driver = driver;
        this.address = address;
    }

    static Browser start(String address) {
        Chromium chromium = Chromium.ofEnvironment();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.browser().orElseThrow().toFile());
        // root in a container may not use Chromium's own sandbox; what is opened here is only ours
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        options.addArguments("--no-first-run", "--disable-background-networking", "--disable-component-update");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options), address);
        browser.width(1440);
        return browser;
    }

    /** Begins anew: no session, nothing remembered. */
    void forget() {
        open("/overview.html");
        driver.manage().deleteAllCookies();
        script("sessionStorage.clear()");
        width(1440);
        complaints();
    }

    void width(int pixels) {
        driver.manage().window().setSize(new Dimension(pixels, 900));
        // a window is never narrower than 500 pixels: below that only the page is told so
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                java.util.Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    void open(String path) {
        driver.get(address + path);
    }

    WebElement byId(String id) {
        return await(page -> page.findElement(By.id(id)));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    void fill(String id, String text) {
        WebElement field = byId(id);
        field.clear();
        field.sendKeys(text);
    }

    void choose(String id, String value) {
        new Select(byId(id)).selectByValue(value);
    }

    void click(String id) {
        byId(id).click();
    }

    /** Works in another role; returns when its first page is there. */
    void workAs(String role) {
        open("/overview.html");
        WebElement before = byId("mainContent");
        choose("role", role);
        await(page -> isGone(before));
        await(page ->
                role.equals(new Select(byId("role")).getFirstSelectedOption().getAttribute("value")));
    }

    String focused() {
        return driver.switchTo().activeElement().getAttribute("id");
    }

    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    Object script(String text) {
        return ((JavascriptExecutor) driver).executeScript(text);
    }

    String source() {
        return driver.getPageSource();
    }

    String text() {
        return byId("mainContent").getText();
    }

    void awaitAddress(String part) {
        await(page -> page.getCurrentUrl().contains(part));
    }

    <T> T await(Function<WebDriver, T> what) {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE);
        wait.ignoring(org.openqa.selenium.NoSuchElementException.class);
        wait.ignoring(org.openqa.selenium.StaleElementReferenceException.class);
        return wait.until(what::apply);
    }

    /** Returns what the console said since it was last asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    void hasNoComplaint() {
        assertThat(complaints()).as("what the browser's console says").isEmpty();
    }

    /** Keeps a picture of the whole page, for people to look at. */
    void picture(String name) {
        long height = ((Number) script("return document.documentElement.scrollHeight")).longValue();
        long width = ((Number) script("return innerWidth")).longValue();
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                java.util.Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        try {
            Path folder = Files.createDirectories(Path.of("target/screenshots"));
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static boolean isGone(WebElement element) {
        try {
            element.isDisplayed();
            return false;
        } catch (org.openqa.selenium.StaleElementReferenceException gone) {
            return true;
        }
    }
}
