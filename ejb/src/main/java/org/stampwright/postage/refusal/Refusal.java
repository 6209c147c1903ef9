package org.stampwright.postage.refusal;

import java.util.Map;
import java.util.Objects;

/**
 * Why something was refused: a value, not a fault. The edge turns it into a problem document of the type
 * {@code urn:stampwright:problem:<kind>} or into a message at its field.
 *
 * @param field the field of the request that it is about, or null
 * @param message for the person who asked: what is wrong and what to do
 * @param facts further members of a problem document; numbers of mills where they are money
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
