package org.stampwright.webstart;

/** This helper cannot check stamps, because its jar contains no readable root of a postal authority. */
public final class HelperIncomplete extends RuntimeException {
    HelperIncomplete(String message) {
        super(message);
    }
}
