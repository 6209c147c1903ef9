package org.stampwright.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stampwright.audit.CardLists.Refund;

/**
 * I6: the vendor's records contain each refund of the card company. They do not record refunds yet, so every refund of
 * a vendor's payment is money that was returned without the vendor's knowledge.
 */
final class RefundCheck {

    private RefundCheck() {}

    static void run(List<PaymentRow> payments, CardLists cards, Findings findings) {
        Map<String, PaymentRow> byIntent = new HashMap<>();
        payments.stream()
                .filter(payment -> payment.intentId() != null)
                .forEach(payment -> byIntent.put(payment.intentId(), payment));
        for (Refund refund : cards.refunds().values()) {
            PaymentRow payment = byIntent.get(refund.intent());
            if (payment != null && refund.counts()) {
                findings.add(
                        "I6",
                        payment.subject(),
                        "refund " + refund.id() + " of " + refund.mills() + " is " + refund.status()
                                + " at the card company and not recorded here");
            }
        }
    }
}
