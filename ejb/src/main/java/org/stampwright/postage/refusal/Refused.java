package org.stampwright.postage.refusal;

import java.util.Objects;
import java.util.function.Function;

/** The request was not carried out; the refusal is the reason. */
public record Refused<T>(Refusal refusal) implements Answer<T> {

    public Refused {
        Objects.requireNonNull(refusal, "refusal");
    }

    @Override
    public <R> R fold(Function<? super T, ? extends R> ifGranted, Function<Refusal, ? extends R> ifRefused) {
        return ifRefused.apply(refusal);
    }
}
