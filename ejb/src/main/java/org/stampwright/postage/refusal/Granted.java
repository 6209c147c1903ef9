package org.stampwright.postage.refusal;

import java.util.Objects;

/** It was done; this is what was asked for. */
public record Granted<T>(T value) implements Answer<T> {

    public Granted {
        Objects.requireNonNull(value, "value");
    }
}
