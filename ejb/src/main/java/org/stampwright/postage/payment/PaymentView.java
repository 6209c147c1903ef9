package org.stampwright.postage.payment;

import java.time.Instant;
import java.util.UUID;
import org.stampwright.indicium.Money;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * One attempt to pay, as it was when read.
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
        Instant expiresAt,
        ProblemKind refusal,
        String message) {

    /** Returns the idempotency key of the call that creates it at the card company. */
    String creationKey() {
        return order + "-" + number;
    }

    /** Returns whether the company is known to have created it. */
    public boolean isAtCompany() {
        return sessionId != null || intentId != null;
    }

    PaymentKey key() {
        return new PaymentKey(order, number);
    }
}
