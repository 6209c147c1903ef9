package org.stampwright.postage.payment;

import java.util.Locale;

/** Where one try to be paid is, see {@link Payment}. */
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

    /** It may still come to a charge, or has. */
    public boolean isLive() {
        return this != DECLINED && this != CANCELLED && this != EXPIRED;
    }
}
