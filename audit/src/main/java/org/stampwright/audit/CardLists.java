package org.stampwright.audit;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The card company's own records: payment intents, checkout sessions and refunds, as its public HTTP interface lists
 * them (<a href="https://docs.stripe.com/api/payment_intents/list">payment intents</a>, <a
 * href="https://docs.stripe.com/api/checkout/sessions/list">sessions</a>, <a
 * href="https://docs.stripe.com/api/refunds/list">refunds</a>).
 *
 * @param since    all payments opened from then on are listed; empty if all payments are
 * @param intents  by the intent's id
 * @param sessions by the session's id
 * @param refunds  by the refund's id
 */
public record CardLists(
        Optional<Instant> since,
        Map<String, Intent> intents,
        Map<String, Session> sessions,
        Map<String, Refund> refunds) {

    private static final int MILLS_IN_A_MINOR_UNIT = 10;

    public CardLists {
        intents = Map.copyOf(intents);
        sessions = Map.copyOf(sessions);
        refunds = Map.copyOf(refunds);
    }

    /**
     * The access to the card company.
     *
     * @param base  the company's API, for instance {@code https://api.stripe.com}
     * @param key   a secret or restricted key that may list all three
     * @param since how far back; empty for everything
     */
    public record Access(URI base, String key, Optional<Instant> since) {}

    /**
     * One payment intent.
     *
     * @param status        the company's word, such as {@code requires_capture} or {@code succeeded}
     * @param receivedMills what was captured, in mills
     * @param order         the order its metadata name, or an empty text
     */
    public record Intent(String id, String status, long receivedMills, String order) {}

    /**
     * One hosted page.
     *
     * @param status {@code open}, {@code complete} or {@code expired}
     * @param intent the id of the intent behind it, or an empty text before the first attempt to pay
     * @param order  the order that it was opened for, or an empty text
     */
    public record Session(String id, String status, String intent, String order) {}

    /**
     * A refund.
     *
     * @param status the company's word, such as {@code pending} or {@code succeeded}
     * @param mills  how much, in mills
     * @param intent the id of the refunded intent, or an empty text
     */
    public record Refund(String id, String status, long mills, String intent) {

        boolean counts() {
            return !status.equals("failed") && !status.equals("canceled");
        }
    }

    /**
     * Reads all pages of a range of time, and each object of a payment of that range that these pages lack.
     *
     * @throws IOException          if the company does not answer, or its answer is malformed
     * @throws InterruptedException if the thread is interrupted
     */
    static CardLists read(Access access, PaymentRange range) throws IOException, InterruptedException {
        CardPages pages = new CardPages(access.base(), access.key(), range.listedFrom(), range.listedTo());
        Map<String, Intent> intents = new HashMap<>();
        Map<String, Session> sessions = new HashMap<>();
        Map<String, Refund> refunds = new HashMap<>();
        try {
            pages.each("/v1/payment_intents", json -> intents.put(text(json, "id"), intent(json)));
            pages.each("/v1/checkout/sessions", json -> sessions.put(text(json, "id"), session(json)));
            pages.each("/v1/refunds", json -> refunds.put(text(json, "id"), refund(json)));
            for (PaymentRow payment : range.rows()) {
                addIfMissing(pages, "/v1/payment_intents/", payment.intentId(), intents, CardLists::intent);
                addIfMissing(pages, "/v1/checkout/sessions/", payment.sessionId(), sessions, CardLists::session);
            }
        } catch (JsonException | ClassCastException | NullPointerException | ArithmeticException unclear) {
            throw new IOException("the card company's answer cannot be understood: " + unclear.getMessage(), unclear);
        }
        return new CardLists(Optional.ofNullable(range.from()), intents, sessions, refunds);
    }

    private static <T> void addIfMissing(
            CardPages pages, String path, String id, Map<String, T> known, Function<JsonObject, T> reader)
            throws IOException, InterruptedException {
        if (id != null && !known.containsKey(id)) {
            pages.one(path + URLEncoder.encode(id, StandardCharsets.UTF_8))
                    .ifPresent(json -> known.put(id, reader.apply(json)));
        }
    }

    private static Intent intent(JsonObject json) {
        JsonObject metadata = json.getJsonObject("metadata");
        return new Intent(
                text(json, "id"),
                text(json, "status"),
                mills(json, "amount_received"),
                metadata == null ? "" : text(metadata, "order"));
    }

    private static Session session(JsonObject json) {
        return new Session(
                text(json, "id"),
                text(json, "status"),
                text(json, "payment_intent"),
                text(json, "client_reference_id"));
    }

    private static Refund refund(JsonObject json) {
        return new Refund(text(json, "id"), text(json, "status"), mills(json, "amount"), text(json, "payment_intent"));
    }

    private static String text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString text ? text.getString() : "";
    }

    private static long mills(JsonObject json, String name) {
        return Math.multiplyExact(json.getJsonNumber(name).longValueExact(), MILLS_IN_A_MINOR_UNIT);
    }

    /** Returns whether a payment that was opened at this time would be listed. */
    boolean reachBackTo(Instant opened) {
        return since.isEmpty() || !opened.isBefore(since.get());
    }
}
