package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One attempt to pay, as the vendor records it.
 *
 * @param sessionId null unless it is a hosted page that exists
 * @param intentId  null until the intent is known
 * @param captured  in mills
 */
record PaymentRow(
        String order, int number, String state, String sessionId, String intentId, long captured, Instant opened) {

    private static final String ALL =
            "select order_id, number, state, session_id, intent_id, captured, opened_at from payment";

    /**
     * @param from opened before then are left out, unless null
     * @param to   opened from then on are left out, unless null
     */
    static List<PaymentRow> read(Connection snapshot, Instant from, Instant to) throws SQLException {
        String since = from == null ? "" : " where opened_at >= ?";
        String until = to == null ? "" : from == null ? " where opened_at < ?" : " and opened_at < ?";
        try (PreparedStatement query = snapshot.prepareStatement(ALL + since + until)) {
            int place = 1;
            for (Instant limit : Stream.of(from, to).filter(Objects::nonNull).toList()) {
                query.setTimestamp(place++, Timestamp.from(limit));
            }
            try (ResultSet rows = query.executeQuery()) {
                return read(rows);
            }
        }
    }

    private static List<PaymentRow> read(ResultSet rows) throws SQLException {
        List<PaymentRow> payments = new ArrayList<>();
        while (rows.next()) {
            payments.add(new PaymentRow(
                    rows.getString("order_id"),
                    rows.getInt("number"),
                    rows.getString("state"),
                    rows.getString("session_id"),
                    rows.getString("intent_id"),
                    rows.getLong("captured"),
                    rows.getTimestamp("opened_at").toInstant()));
        }
        return payments;
    }

    /** An open payment may be in any state at the company. */
    boolean isClosed() {
        return switch (state) {
            case "opening", "open", "requires-action", "held" -> false;
            default -> true;
        };
    }

    boolean isCaptured() {
        return state.equals("captured");
    }

    String subject() {
        return "order " + order;
    }

    @Override
    public String toString() {
        return "payment " + number + " is " + state;
    }
}
