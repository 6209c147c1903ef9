package org.stampwright.audit;

import java.util.Objects;

/**
 * One violation of an invariant.
 *
 * @param invariant the invariant that is broken, {@code I1} to {@code I14}
 * @param subject   the PSD or order, as {@code psd 00000017} or {@code order 3f0c…}; {@code intent …} or
 *                  {@code session …} where the card company names no order
 * @param detail    what was expected and what was found, for a person
 */
public record Finding(String invariant, String subject, String detail) {

    public Finding {
        Objects.requireNonNull(invariant);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(detail);
    }

    @Override
    public String toString() {
        return invariant + " " + subject + ": " + detail;
    }
}
