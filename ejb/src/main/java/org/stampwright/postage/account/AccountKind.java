package org.stampwright.postage.account;

import java.util.Locale;

/** What an account may do. */
public enum AccountKind {
    /** Buys in the storefront. */
    CONSUMER,
    /** Buys through the API. */
    CLIENT,
    /** Runs the system. */
    OPERATOR;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AccountKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
