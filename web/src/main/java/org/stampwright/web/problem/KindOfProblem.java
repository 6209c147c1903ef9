package org.stampwright.web.problem;

import java.util.Map;
import java.util.Optional;

/** The status of each kind of problem; a kind that is not listed is a refusal of a request that was understood: 422. */
final class KindOfProblem {

    private static final int REFUSED = 422;

    private static final Map<String, Integer> RETRY_AFTER_SECONDS =
            Map.of("too-many-attempts", 600, "overloaded", 2, "unavailable", 5);
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("malformed-json", 400),
            Map.entry("malformed-request", 400),
            Map.entry("idempotency-key-missing", 400),
            Map.entry("unauthenticated", 401),
            Map.entry("card-declined", 402),
            Map.entry("card-expired", 402),
            Map.entry("card-insufficient-funds", 402),
            Map.entry("card-incorrect-cvc", 402),
            Map.entry("card-unknown", 402),
            Map.entry("card-authentication-required", 402),
            Map.entry("forbidden", 403),
            Map.entry("not-found", 404),
            Map.entry("method-not-allowed", 405),
            Map.entry("not-acceptable", 406),
            Map.entry("still-running", 409),
            Map.entry("position-taken", 409),
            Map.entry("too-late", 409),
            Map.entry("ticket-used", 409),
            Map.entry("ticket-ended", 410),
            Map.entry("ticket-expired", 410),
            Map.entry("too-large", 413),
            Map.entry("unsupported-media-type", 415),
            Map.entry("too-many-attempts", 429),
            Map.entry("fault", 500),
            Map.entry("authority-refused", 502),
            Map.entry("overloaded", 503),
            Map.entry("unavailable", 503));

    private KindOfProblem() {}

    /** Those with a status of their own. */
    static Map<String, Integer> all() {
        return STATUS;
    }

    static int statusOf(String kind) {
        return STATUS.getOrDefault(kind, REFUSED);
    }

    static Optional<Integer> retryAfter(String kind) {
        return Optional.ofNullable(RETRY_AFTER_SECONDS.get(kind));
    }

    /** The kind in words: {@code sheet-unknown} is "Sheet unknown". */
    static String titleOf(String kind) {
        var words = kind.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
