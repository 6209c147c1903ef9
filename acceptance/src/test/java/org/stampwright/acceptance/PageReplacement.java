package org.stampwright.acceptance;

import java.util.List;
import java.util.Locale;
import org.openqa.selenium.DetachedShadowRootException;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.NoSuchFrameException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;

/**
 * The faults by which a driver reports that a page, or a part of it, was replaced during a command. The driver has
 * exception types for some of them only; the others are recognised by the messages that ChromeDriver passes on from the
 * browser.
 */
final class PageReplacement {

    private static final List<Class<? extends WebDriverException>> TYPES = List.of(
            StaleElementReferenceException.class,
            NoSuchElementException.class,
            NoSuchFrameException.class,
            DetachedShadowRootException.class,
            ElementNotInteractableException.class);

    private static final List<String> WORDS = List.of(
            "does not belong to the document",
            "no node with given id",
            "could not find node with given id",
            "stale element not found",
            "no such execution context",
            "does not have execution context",
            "cannot find context with specified id",
            "uniquecontextid not found",
            "execution context was destroyed",
            "cannot find default execution context",
            "document unloaded while waiting for result",
            "inspected target navigated or closed",
            "aborted by navigation",
            "frame was detached",
            "target frame detached",
            "no frame with given id found",
            "no frame for given id found");

    private PageReplacement() {}

    /** Returns whether the same command may succeed on the new page. */
    static boolean explains(Throwable fault) {
        if (!(fault instanceof WebDriverException)) {
            return false;
        }
        String message = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        return TYPES.stream().anyMatch(type -> type.isInstance(fault))
                || WORDS.stream().anyMatch(message::contains);
    }

    /**
     * Returns whether the driver refused before it dispatched any event, so that the same click cannot happen twice.
     */
    static boolean cameBeforeTheClick(WebDriverException fault) {
        return fault instanceof StaleElementReferenceException || fault instanceof ElementNotInteractableException;
    }
}
