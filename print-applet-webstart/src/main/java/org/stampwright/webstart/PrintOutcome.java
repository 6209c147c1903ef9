package org.stampwright.webstart;

/**
 * What became of a print run, as the vendor is told.
 *
 * @param printed whether the stamps are on the paper
 * @param detail who says so, or what went wrong
 */
record PrintOutcome(boolean printed, String detail) {
    String name() {
        return printed ? "printed" : "failed";
    }
}
