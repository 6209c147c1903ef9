package org.stampwright.postage.orderstate;

import java.util.Locale;

/** The party that an unfinished order waits for. */
public enum WaitsFor {
    CARD,
    AUTHORITY,
    SERVER_SYSTEM,
    CONSUMER,
    OPERATOR;

    /** Returns the word as stored and as the API gives it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the value of a stored word, or null for null. */
    public static WaitsFor of(String text) {
        return text == null ? null : valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
