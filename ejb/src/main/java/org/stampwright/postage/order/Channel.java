package org.stampwright.postage.order;

import java.util.Locale;

/** How an order came in. */
public enum Channel {
    STOREFRONT,
    API;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
