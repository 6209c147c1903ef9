package org.stampwright.postage.refusal;

import java.util.function.Function;

/**
 * A facade's answer: {@link Granted} with the result, or {@link Refused} with the reason. A refusal is decided before
 * the first write, so an answer never leaves a partial change behind.
 */
public sealed interface Answer<T> permits Granted, Refused {

    static <T> Answer<T> granted(T value) {
        return new Granted<>(value);
    }

    static <T> Answer<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Answer<T> refused(ProblemKind kind, String message) {
        return new Refused<>(Refusal.of(kind, message));
    }

    static <T> Answer<T> refusedAt(String field, ProblemKind kind, String message) {
        return new Refused<>(Refusal.at(field, kind, message));
    }

    /** Returns the result of the function that applies. */
    <R> R fold(Function<? super T, ? extends R> ifGranted, Function<Refusal, ? extends R> ifRefused);

    /** Returns the same refusal, or the function's value. */
    default <U> Answer<U> map(Function<? super T, ? extends U> function) {
        return fold(value -> new Granted<U>(function.apply(value)), Refused::new);
    }

    /** Returns the same refusal, or the function's answer. */
    default <U> Answer<U> flatMap(Function<? super T, Answer<U>> function) {
        return fold(function, Refused::new);
    }
}
