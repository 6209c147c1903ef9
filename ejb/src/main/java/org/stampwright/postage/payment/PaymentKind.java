package org.stampwright.postage.payment;

import java.util.Locale;

/** The object that represents a payment at the card company. */
public enum PaymentKind {
    /** A hosted page (Checkout Session): storefront. */
    SESSION,
    /** A payment intent that the vendor confirms: API. */
    INTENT;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PaymentKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
