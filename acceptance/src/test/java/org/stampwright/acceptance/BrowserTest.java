package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.stampwright.acceptance.LyingDriver.Lie;

/** Tests the browser of these tests on pages that are replaced under it. */
@DisplayName("The tests' browser tolerates replaced pages, and never clicks twice")
class BrowserTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final By HEADING = By.tagName("h1");
    private static final By SAME = By.className("same");
    private static final By PAY = By.id("pay");

    /** ChromeDriver's error and message. */
    private static final List<String[]> FORMS_OF_REPLACEMENT = List.of(
            form("stale element reference", "stale element not found in the current frame"),
            form("no such element", "no such element: Unable to locate element"),
            form("unknown error", inspector("Node with given id does not belong to the document")),
            form("unknown error", inspector("No node with given id found")),
            form("unknown error", inspector("Cannot find context with specified id")),
            form("unknown error", "no such execution context"),
            form("unknown error", "aborted by navigation: loader has changed while resolving nodes"),
            form("javascript error", "javascript error: document unloaded while waiting for result"),
            form("no such window", "no such window: target frame detached"));

    private static final List<String[]> AFTER_A_CLICK = List.of(
            form("unknown error", "no such execution context"),
            form("unknown error", inspector("Inspected target navigated or closed")),
            form("no such window", "no such window: target frame detached"));

    @TempDir
    private Path folder;

    private ReplacedPages pages;

    @BeforeEach
    void servePages() throws IOException {
        pages = new ReplacedPages();
    }

    @AfterEach
    void stopServing() {
        pages.close();
    }

    @Test
    void a_text_is_waited_for_while_the_page_is_loaded_again_and_again() throws IOException {
        try (Browser browser = chromium().start(LONG)) {
            browser.go(pages.address("/loads"));
            browser.waitFor(HEADING, "There");
            assertThat(pages.loads()).isGreaterThanOrEqualTo(20);
            assertThat(browser.text(HEADING)).isEqualTo("There");
        }
    }

    @Test
    void a_page_is_read_while_its_parts_are_replaced() throws IOException {
        try (Browser browser = chromium().start(LONG)) {
            browser.go(pages.address("/parts"));
            String first = browser.text(HEADING);
            for (int i = 0; i < 30; i++) {
                assertThat(browser.text(SAME)).isEqualTo("the same");
                assertThat(browser.texts(SAME)).containsExactly("the same");
                assertThat(browser.attribute(SAME, "title")).isEqualTo("told");
                assertThat(browser.count(SAME)).isEqualTo(1);
            }
            assertThat(browser.text(HEADING)).isNotEqualTo(first);
        }
    }

    @Test
    void a_press_on_an_element_that_is_being_replaced_is_dispatched_once() throws IOException {
        try (Browser browser = chromium().start(LONG)) {
            browser.go(pages.address("/parts"));
            for (int presses = 1; presses <= 10; presses++) {
                int expected = presses;
                browser.press(By.tagName("button"));
                Waiting.untilTrue("the press is told", LONG, () -> pages.presses() >= expected);
                assertThat(pages.presses()).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_missing_element_fails_within_the_deadline_and_the_failure_shows_the_page() throws IOException {
        try (Browser browser = chromium().start(Duration.ofSeconds(2))) {
            browser.go(pages.address("/form"));
            long began = System.nanoTime();
            assertThatThrownBy(() -> browser.waitFor(By.id("never")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll("By.id: never", pages.address("/form"), "Not paid");
            assertThatThrownBy(() -> browser.press(By.id("never"))).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> browser.waitFor(HEADING, "Paid")).isInstanceOf(AssertionError.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(90));
        }
    }

    @Test
    void every_error_of_a_page_being_replaced_is_tolerated() throws IOException {
        try (LyingDriver driver = LyingDriver.create();
                Browser browser = chromium().start(driver, LONG)) {
            browser.go(pages.address("/form"));
            for (String[] form : FORMS_OF_REPLACEMENT) {
                for (String command : List.of("/element", "/execute/sync", "/text")) {
                    driver.lies(new Lie(command, false, form[0], form[1]));
                    assertThat(browser.text(HEADING)).isEqualTo("Not paid");
                    assertThat(driver.hasLied()).as(command + ": " + form[1]).isTrue();
                }
            }
        }
    }

    @Test
    void a_fault_that_no_replacement_explains_fails_at_once() throws IOException {
        try (LyingDriver driver = LyingDriver.create();
                Browser browser = chromium().start(driver, LONG)) {
            browser.go(pages.address("/form"));
            driver.lies(new Lie("/element", false, "invalid selector", "not a selector"));
            assertThatThrownBy(() -> browser.waitFor(HEADING)).hasMessageContaining("not a selector");
        }
    }

    @Test
    void a_click_that_may_have_been_dispatched_is_not_repeated() throws IOException {
        try (LyingDriver driver = LyingDriver.create();
                Browser browser = chromium().start(driver, LONG)) {
            for (int payments = 1; payments <= AFTER_A_CLICK.size(); payments++) {
                browser.go(pages.address("/form"));
                String[] form = AFTER_A_CLICK.get(payments - 1);
                driver.lies(new Lie("/click", true, form[0], form[1]));
                browser.pressAndLeave(PAY);
                browser.waitFor(HEADING, "Paid");
                assertThat(driver.hasLied()).as(form[1]).isTrue();
                assertThat(pages.payments()).as(form[1]).isEqualTo(payments);
            }
        }
    }

    @Test
    void a_click_that_was_lost_fails_with_the_drivers_fault() throws IOException {
        try (LyingDriver driver = LyingDriver.create();
                Browser browser = chromium().start(driver, Duration.ofSeconds(3))) {
            browser.go(pages.address("/form"));
            driver.lies(new Lie("/click", false, "unknown error", "no such execution context"));
            assertThatThrownBy(() -> browser.pressAndLeave(PAY))
                    .isInstanceOf(AssertionError.class)
                    .satisfies(failure ->
                            assertThat(failure.getSuppressed()[0]).hasMessageContaining("no such execution context"));
            assertThat(pages.payments()).isZero();
        }
    }

    @Test
    void a_click_that_the_driver_did_not_begin_is_retried() throws IOException {
        List<String> refusals =
                List.of("stale element reference", "element click intercepted", "element not interactable");
        try (LyingDriver driver = LyingDriver.create();
                Browser browser = chromium().start(driver, LONG)) {
            for (int payments = 1; payments <= refusals.size(); payments++) {
                browser.go(pages.address("/form"));
                driver.lies(new Lie("/click", false, refusals.get(payments - 1), "not begun"));
                browser.pressAndLeave(PAY);
                browser.waitFor(HEADING, "Paid " + payments);
                assertThat(driver.hasLied()).isTrue();
                assertThat(pages.payments()).isEqualTo(payments);
            }
        }
    }

    private static String[] form(String error, String message) {
        return new String[] {error, message};
    }

    private static String inspector(String message) {
        return "unhandled inspector error: {\"code\":-32000,\"message\":\"" + message + "\"}";
    }

    private Chromium chromium() {
        return new Chromium(folder, 800, 600);
    }
}
