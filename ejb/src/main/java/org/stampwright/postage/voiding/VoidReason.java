package org.stampwright.postage.voiding;

import java.util.Locale;

/** Why a piece is voided. */
public enum VoidReason {
    /** It was debited and never signed. */
    ABANDONED,
    /** It was signed, and the card company no longer held the amount at capture. */
    NOT_PAID;

    /** Returns the word as stored and as sent to the authority. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static VoidReason of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
