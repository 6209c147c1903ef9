package org.stampwright.audit;

import java.sql.SQLException;
import java.util.Optional;
import org.stampwright.audit.CardLists.Refund;

/**
 * I6: the vendor's records contain each refund of the card company. They do not record refunds yet, so every refund of
 * a vendor's payment is money that was returned without the vendor's knowledge.
 */
final class RefundCheck {

    private RefundCheck() {}

    static void run(PaymentsNow now, CardLists cards, Findings findings) throws SQLException {
        for (Refund refund : cards.refunds().values()) {
            Optional<String> order = refund.counts() ? now.orderOf(refund.intent()) : Optional.empty();
            order.ifPresent(id -> findings.add(
                    "I6",
                    "order " + id,
                    "refund " + refund.id() + " of " + refund.mills() + " is " + refund.status()
                            + " at the card company and not recorded here"));
        }
    }
}
