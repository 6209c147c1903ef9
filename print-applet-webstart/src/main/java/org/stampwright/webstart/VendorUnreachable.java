package org.stampwright.webstart;

/** The vendor did not respond, or not with a response that can be understood. The ticket may be used again. */
final class VendorUnreachable extends RuntimeException {
    VendorUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
