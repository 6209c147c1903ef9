package org.stampwright.audit;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stampwright.audit.CardLists.Intent;

/**
 * I5, I7: each charge and each hold at the card company belongs to a payment, and closed payments match the company's
 * records.
 */
final class IntentCheck {

    private final List<PaymentRow> payments;
    private final PaymentsNow now;
    private final CardLists cards;
    private final Findings findings;

    IntentCheck(List<PaymentRow> payments, PaymentsNow now, CardLists cards, Findings findings) {
        this.payments = payments;
        this.now = now;
        this.cards = cards;
        this.findings = findings;
    }

    void run() throws SQLException {
        Map<String, Intent> unclaimed = new HashMap<>(cards.intents());
        for (PaymentRow payment : payments) {
            Intent intent = payment.intentId() == null ? null : unclaimed.remove(payment.intentId());
            if (intent != null) {
                compare(payment, intent);
            } else if (payment.intentId() != null && cards.reachBackTo(payment.opened())) {
                findings.add(
                        "I7",
                        payment.subject(),
                        payment + " by intent " + payment.intentId() + ", which the card company does not list");
            }
        }
        for (Intent intent : unclaimed.values()) {
            reportIfOfNoPayment(intent);
        }
    }

    /** Only closed payments are compared; an intent of an open one may be in any state. */
    private void compare(PaymentRow payment, Intent intent) {
        if (!payment.isClosed()) {
            return;
        }
        long expected = payment.isCaptured() ? payment.captured() : 0;
        if (intent.receivedMills() != expected) {
            findings.add(
                    "I5",
                    payment.subject(),
                    payment + " with " + expected + " captured; the card company says " + intent.receivedMills());
        }
        if (expected == 0 && intent.status().equals("requires_capture")) {
            findings.add("I5", payment.subject(), payment + ", but the card company still holds the amount");
        }
    }

    private void reportIfOfNoPayment(Intent intent) throws SQLException {
        boolean took = intent.receivedMills() > 0;
        boolean holds = intent.status().equals("requires_capture") && !now.awaitIntentFor(intent.order());
        if ((took || holds) && !now.knowIntent(intent.id())) {
            findings.add(
                    "I7",
                    intent.order().isEmpty() ? "intent " + intent.id() : "order " + intent.order(),
                    "intent " + intent.id() + (took ? " took " + intent.receivedMills() : " holds money")
                            + " and belongs to no payment");
        }
    }
}
