package org.stampwright.postage.payment;

import java.time.Instant;
import java.util.UUID;
import org.stampwright.indicium.Money;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * One try to be paid, as it was when read.
 *
 * @param url the page where the consumer goes on, or null
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
        Instant expiresAt,
        ProblemKind refusal,
        String message) {

    /** The idempotency key of the call that creates it at the card company. */
    String creationKey() {
        return order + "-" + number;
    }

    /** Whether the company has made it, as far as we know. */
    public boolean isAtCompany() {
        return sessionId != null || intentId != null;
    }

    PaymentKey key() {
        return new PaymentKey(order, number);
    }
}
