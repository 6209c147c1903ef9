package org.stampwright.webstart;

/**
 * The outcome of a print run, as reported to the vendor.
 *
 * @param printed whether the stamps are on the paper
 * @param detail the source of this statement, or the error
 */
record PrintOutcome(boolean printed, String detail) {
    String name() {
        return printed ? "printed" : "failed";
    }
}
