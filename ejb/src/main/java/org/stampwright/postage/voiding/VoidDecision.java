package org.stampwright.postage.voiding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The authority's decision about a void. */
public enum VoidDecision {
    VOIDED,
    REFUSED;

    /** Returns the word as stored. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the decision of this word, or nothing for any other word. */
    static Optional<VoidDecision> of(String text) {
        return Arrays.stream(values())
                .filter(decision -> decision.text().equals(text))
                .findFirst();
    }
}
