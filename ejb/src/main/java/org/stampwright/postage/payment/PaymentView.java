package org.stampwright.postage.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.stampwright.indicium.Money;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * One attempt to pay, as it was when read or as a change left it.
 *
 * @param url the page where the consumer continues, or null
 */
public record PaymentView(
        UUID order,
        int number,
        PaymentKind kind,
        PaymentState state,
        String sessionId,
        String intentId,
        String url,
        Money amount,
        Instant openedAt,
        Instant expiresAt,
        ProblemKind refusal,
        String message) {

    /** The columns that {@link #of} reads, with the table under the alias {@code p}. */
    static final String COLUMNS = "p.order_id, p.number, p.kind, p.state, p.session_id, p.intent_id, p.url, p.amount,"
            + " p.opened_at, p.expires_at, p.refusal, p.message";

    static PaymentView of(ResultSet row) throws SQLException {
        return new PaymentView(
                row.getObject("order_id", UUID.class),
                row.getInt("number"),
                PaymentKind.of(row.getString("kind")),
                PaymentState.of(row.getString("state")),
                row.getString("session_id"),
                row.getString("intent_id"),
                row.getString("url"),
                Money.ofMills(row.getLong("amount")),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                ProblemKind.of(row.getString("refusal")),
                row.getString("message"));
    }

    /** Returns the idempotency key of the call that creates it at the card company. */
    String creationKey() {
        return order + "-" + number;
    }

    /** Returns whether the company is known to have created it. */
    public boolean isAtCompany() {
        return sessionId != null || intentId != null;
    }
}
