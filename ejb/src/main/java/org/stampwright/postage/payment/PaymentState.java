package org.stampwright.postage.payment;

import java.util.Locale;

/** The state of one attempt to pay, see {@link Payment}. */
public enum PaymentState {
    OPENING,
    OPEN,
    REQUIRES_ACTION,
    HELD,
    CAPTURED,
    DECLINED,
    CANCELLED,
    EXPIRED;

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static PaymentState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Returns whether it may still lead to a charge, or has. */
    public boolean isLive() {
        return this != DECLINED && this != CANCELLED && this != EXPIRED;
    }
}
