package org.stampwright.postage.refusal;

import java.util.Objects;
import java.util.function.Function;

/** The request was carried out; the value is its result. */
public record Granted<T>(T value) implements Answer<T> {

    public Granted {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public <R> R fold(Function<? super T, ? extends R> ifGranted, Function<Refusal, ? extends R> ifRefused) {
        return ifGranted.apply(value);
    }
}
