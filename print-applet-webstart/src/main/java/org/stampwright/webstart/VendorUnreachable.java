package org.stampwright.webstart;

/** The vendor did not answer, or not with anything that can be understood. The ticket may be used again. */
final class VendorUnreachable extends RuntimeException {
    VendorUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
