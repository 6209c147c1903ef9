package org.stampwright.postage.refusal;

import java.util.Map;
import java.util.Objects;

/**
 * The reason for a refusal: a value, not an exception. The web layer turns it into a problem document of the type
 * {@code urn:stampwright:problem:<kind>} or into a message at its field.
 *
 * @param field the request's field that it concerns, or null
 * @param message for the caller: the error and how to correct it
 * @param facts further members of a problem document; money is in mills
 */
public record Refusal(ProblemKind kind, String field, String message, Map<String, Object> facts) {

    public Refusal {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
        facts = Map.copyOf(facts);
    }

    public static Refusal of(ProblemKind kind, String message) {
        return new Refusal(kind, null, message, Map.of());
    }

    public static Refusal at(String field, ProblemKind kind, String message) {
        return new Refusal(kind, field, message, Map.of());
    }
}
