package org.stampwright.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;

/**
 * A consumer's browser. Law: a test names elements by locators and never holds an element. Each action looks up its
 * element again until it succeeds or the deadline passes, and treats every sign of a page being replaced as "not yet".
 * But a click is dispatched at most once, whatever the driver reports afterwards.
 */
final class Browser implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final String LOADED = "document.readyState === 'complete'";

    /** The page fetches nothing, so no element moves under the pointer. */
    private static final String AT_REST = LOADED + " && (!window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty())";

    /** One script for both, because the page may be replaced between two. */
    private static final String READY =
            """
            const [element, isToBeLeft] = arguments;
            if (!(%s) || element.disabled || !element.getClientRects().length
                || !element.checkVisibility({visibilityProperty: true, opacityProperty: true})) return false;
            element.scrollIntoView({behavior: 'instant', block: 'center'});
            if (isToBeLeft) window.isToBeLeft = true;
            return true;
            """
                    .formatted(AT_REST);

    private final ChromeDriver driver;
    private final Path downloads;
    private final Duration deadline;
    /** The driver's error for the last click, if the click may have been dispatched nevertheless. */
    private WebDriverException uncertain;

    Browser(ChromeDriver driver, Path downloads, Duration deadline) {
        this.driver = driver;
        this.downloads = downloads;
        this.deadline = deadline;
    }

    static Browser open(Path folder, int width, int height) throws IOException {
        return new Chromium(folder, width, height).start(DEADLINE);
    }

    /** Emulates a phone's screen of this size in CSS pixels from now on; a window cannot be that narrow. */
    void isAPhone(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
    }

    /** Loads a page, and loads it again if another page load interrupted it. */
    void go(String address) {
        until(address + " is loaded", () -> {
            driver.get(address);
            return true;
        });
    }

    void reload() {
        until("the page is loaded again", () -> {
            driver.navigate().refresh();
            return true;
        });
    }

    String address() {
        return answer("the browser has an address", driver::getCurrentUrl);
    }

    /** Clears a field and types into it. */
    void type(By field, String text) {
        until(field + " can be typed into", () -> {
            WebElement element = ready(field, false);
            element.clear();
            element.sendKeys(text);
            return true;
        });
    }

    /** Presses keys while this element has the focus. */
    void keys(By what, CharSequence... keys) {
        once(what, false, element -> element.sendKeys(keys));
    }

    /** Presses keys for the element that has the focus. */
    void keys(CharSequence... keys) {
        keys(By.cssSelector(":focus"), keys);
    }

    /** Chooses from a list by the value that the form sends. */
    void choose(By list, String value) {
        until(list + " can be chosen from", () -> {
            new Select(ready(list, false)).selectByValue(value);
            return true;
        });
    }

    /** Clicks an element that keeps the page open. */
    void press(By what) {
        once(what, false, WebElement::click);
    }

    /** Clicks an element that loads another page, or the same page again, and waits until that is loaded. */
    void pressAndLeave(By what) {
        once(what, true, WebElement::click);
        until("the page with " + what + " is left", () -> holds("return !window.isToBeLeft && " + LOADED));
    }

    /** Clicks twice in quick succession, as some people do. */
    void pressTwice(By what) {
        once(what, false, element -> new Actions(driver).doubleClick(element).perform());
    }

    /** Performs an action that must not happen twice: retries only if the driver refused before it began. */
    private void once(By what, boolean leaves, Consumer<WebElement> act) {
        uncertain = null;
        until(what + " can be pressed", () -> {
            WebElement element = ready(what, leaves);
            try {
                act.accept(element);
            } catch (WebDriverException fault) {
                if (PageReplacement.cameBeforeTheClick(fault) || !PageReplacement.explains(fault)) {
                    throw fault;
                }
                uncertain = fault;
            }
            return true;
        });
    }

    /** Waits until the element is visible. */
    void waitFor(By what) {
        until(what + " can be seen", () -> displayed(what) != null);
    }

    /** Waits until the first matching element is visible with this text in it. */
    void waitFor(By what, String text) {
        until(what + " says \"" + text + "\"", () -> displayed(what).getText().contains(text));
    }

    /** Returns the text of the whole page, once that is loaded. */
    String text() {
        return text(By.tagName("body"));
    }

    String text(By what) {
        return settled(what, element -> element.getText());
    }

    String attribute(By what, String name) {
        return settled(what, element -> String.valueOf(element.getDomAttribute(name)));
    }

    String property(By what, String name) {
        return settled(what, element -> String.valueOf(element.getDomProperty(name)));
    }

    /** Returns the text of each matching element; an empty list if there is none. */
    List<String> texts(By what) {
        return all(what, WebElement::getText);
    }

    /** Returns the number of matching elements, visible or not. */
    int count(By what) {
        return all(what, element -> element).size();
    }

    /** Returns the number of visible elements. */
    long countDisplayed(By what) {
        return all(what, WebElement::isDisplayed).stream()
                .filter(shown -> shown)
                .count();
    }

    /** A picture on a page; its own width in pixels is 0 if the browser could not show it. */
    record Picture(String address, String alternative, boolean displayed, long width) {}

    /** Returns the pictures, once all of them are loaded. */
    List<Picture> pictures(By what) {
        return all(what, element -> {
            if (!"true".equals(element.getDomProperty("complete"))) {
                throw new ElementNotInteractableException("a picture is still being fetched");
            }
            return new Picture(
                    element.getDomProperty("src"),
                    element.getDomAttribute("alt"),
                    element.isDisplayed(),
                    Long.parseLong(element.getDomProperty("naturalWidth")));
        });
    }

    /** Returns the file that the browser has saved, once it is complete. */
    Path download(String ending) {
        return Waiting.until("a file " + ending + " is saved", deadline, () -> {
            try (var files = Files.list(downloads)) {
                return files.filter(file -> file.toString().endsWith(ending))
                        .findFirst()
                        .orElse(null);
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
    }

    /** Returns the bytes of a resource that the page shows, requested as the page would, with its cookies. */
    byte[] bytesOf(String address) {
        String base64 = answer(address + " is answered", () -> (String) driver.executeAsyncScript(
                """
                const done = arguments[1];
                fetch(arguments[0]).then(answer => answer.ok ? answer.arrayBuffer().then(bytes =>
                    done(btoa(String.fromCharCode(...new Uint8Array(bytes))))) : done(null), () => done(null));
                """,
                address));
        return Base64.getDecoder().decode(base64);
    }

    String source() {
        return answer("the page is loaded", () -> isAtRest() ? driver.getPageSource() : null);
    }

    /** Returns the browser console's errors so far. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** Returns whether any element is wider than the window. */
    boolean scrollsSideways() {
        return settled(
                By.tagName("body"),
                body -> holds("return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    private <T> T settled(By what, Function<WebElement, T> reading) {
        return answer(what + " can be read", () -> isAtRest() ? reading.apply(displayed(what)) : null);
    }

    private <T> List<T> all(By what, Function<WebElement, T> reading) {
        return answer(
                what + " can be read",
                () -> isAtRest()
                        ? driver.findElements(what).stream().map(reading).toList()
                        : null);
    }

    private WebElement ready(By what, boolean leaves) {
        WebElement element = driver.findElement(what);
        if (!holds(READY, element, leaves)) {
            throw new ElementNotInteractableException(what + " is not ready");
        }
        return element;
    }

    private WebElement displayed(By what) {
        WebElement element = driver.findElement(what);
        if (!element.isDisplayed()) {
            throw new ElementNotInteractableException(what + " cannot be seen");
        }
        return element;
    }

    private boolean isAtRest() {
        return holds("return " + AT_REST);
    }

    private boolean holds(String script, Object... arguments) {
        return Boolean.TRUE.equals(driver.executeScript(script, arguments));
    }

    private void until(String what, BooleanSupplier question) {
        answer(what, () -> question.getAsBoolean() ? Boolean.TRUE : null);
    }

    /** Retries until the answer is not null. */
    private <T> T answer(String what, Supplier<T> question) {
        try {
            return Waiting.until(what, deadline, question, PageReplacement::explains);
        } catch (AssertionError inVain) {
            AssertionError failure = new AssertionError(inVain.getMessage() + "; " + seen(), inVain.getCause());
            if (uncertain != null) {
                failure.addSuppressed(uncertain);
            }
            throw failure;
        }
    }

    private String seen() {
        try {
            return "at " + driver.getCurrentUrl() + " the page says:\n"
                    + driver.executeScript("return document.body ? document.body.innerText : ''");
        } catch (WebDriverException fault) {
            return "and the page cannot be read: " + fault.getMessage();
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
