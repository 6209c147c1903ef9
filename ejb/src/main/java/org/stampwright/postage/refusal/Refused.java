package org.stampwright.postage.refusal;

import java.util.Objects;

/** Nothing was done; this is why. */
public record Refused<T>(Refusal refusal) implements Answer<T> {

    public Refused {
        Objects.requireNonNull(refusal, "refusal");
    }

    /** The same refusal as the answer to another question. */
    public <U> Refused<U> as() {
        return new Refused<>(refusal);
    }
}
