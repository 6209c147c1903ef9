package org.stampwright.postage.refusal;

/**
 * What a facade answers: {@link Granted} with what was asked for, or {@link Refused} with why not. A refusal is
 * decided before anything is written, so an answer never leaves half a change behind.
 */
public sealed interface Answer<T> permits Granted, Refused {

    static <T> Answer<T> granted(T value) {
        return new Granted<>(value);
    }

    static <T> Answer<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Answer<T> refused(String kind, String message) {
        return new Refused<>(Refusal.of(kind, message));
    }

    static <T> Answer<T> refusedAt(String field, String kind, String message) {
        return new Refused<>(Refusal.at(field, kind, message));
    }
}
