package org.stampwright.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A consumer's browser: Debian's Chromium without a window, with a profile of its own. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** No part of the page is being fetched, so nothing moves under the pointer. */
    private static final String AT_REST = "return !window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty()";

    private final ChromeDriver driver;
    private final Path downloads;

    private Browser(ChromeDriver driver, Path downloads) {
        this.driver = driver;
        this.downloads = downloads;
    }

    static Browser open(Path folder, int width, int height) throws IOException {
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=" + width + "," + height);
        // With safe browsing a JNLP file is saved without the question whether to keep it; a person says "keep".
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "download.default_directory",
                        downloads.toString(),
                        "plugins.always_open_pdf_externally",
                        true,
                        "safebrowsing.enabled",
                        true));
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new java.io.File("/usr/bin/chromedriver"))
                .build();
        return new Browser(new ChromeDriver(service, options), downloads);
    }

    /** From now on a phone's screen, of so many CSS pixels; a window cannot be as narrow as that. */
    void isAPhone(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
    }

    void go(String address) {
        driver.get(address);
    }

    void reload() {
        driver.navigate().refresh();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** Waits until it can be seen. */
    WebElement find(By what) {
        return new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    List<WebElement> all(By what) {
        return driver.findElements(what);
    }

    void type(By field, String text) {
        WebElement element = find(field);
        element.clear();
        element.sendKeys(text);
    }

    void press(By what) {
        new WebDriverWait(driver, PATIENCE).until(page -> (Boolean) driver.executeScript(AT_REST));
        WebElement element = new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.elementToBeClickable(what));
        driver.executeScript("arguments[0].scrollIntoView({behavior: 'instant', block: 'center'})", element);
        element.click();
    }

    /** Two clicks at once, as some people press every button. */
    void pressTwice(By what) {
        new Actions(driver).doubleClick(find(what)).perform();
    }

    void waitFor(By what, String text) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.textToBePresentInElementLocated(what, text));
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** The file that the browser has saved, once it is whole. */
    Path download(String ending) {
        return Waiting.until("a file " + ending + " is saved", PATIENCE, () -> {
            try (var files = Files.list(downloads)) {
                return files.filter(file -> file.toString().endsWith(ending))
                        .findFirst()
                        .orElse(null);
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
    }

    /** Bytes of something that the page shows, asked for as the page would, cookies and all. */
    byte[] bytesOf(String address) {
        String base64 = (String) driver.executeAsyncScript(
                """
                const done = arguments[1];
                fetch(arguments[0]).then(answer => answer.arrayBuffer()).then(bytes =>
                    done(btoa(String.fromCharCode(...new Uint8Array(bytes)))));
                """,
                address);
        return java.util.Base64.getDecoder().decode(base64);
    }

    /** The picture as it is displayed: its own width in pixels, 0 where the browser could not show it. */
    long widthShown(WebElement picture) {
        return ((Number) driver.executeScript("return arguments[0].complete ? arguments[0].naturalWidth : 0", picture))
                .longValue();
    }

    /** Where the keyboard is. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    String source() {
        return driver.getPageSource();
    }

    byte[] screenshot() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** What the pages have complained about so far. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** Whether something is wider than the window. */
    boolean scrollsSideways() {
        return (Boolean) driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    @Override
    public void close() {
        driver.quit();
    }
}
