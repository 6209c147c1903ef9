package org.stampwright.postage.orderstate;

import java.util.Locale;

/** The channel by which an order was placed. */
public enum Channel {
    STOREFRONT,
    API;

    /** Returns the word as stored. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Channel of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
