package org.stampwright.nativecrypto;

/** The native provider does not load here, or fails a known-answer test; the message names the reason. */
final class UnfitProvider extends Exception {

    UnfitProvider(String reason) {
        super(reason);
    }

    UnfitProvider(String reason, Throwable cause) {
        super(reason + " (" + cause + ")", cause);
    }
}
