package org.stampwright.audit;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stampwright.audit.CardLists.Session;

/**
 * I5, I7: each hosted page that was paid, or can still be paid, belongs to a payment; no page of an ended payment can
 * be paid.
 */
final class SessionCheck {

    private static final String OPEN = "open";
    private static final String COMPLETE = "complete";

    private final List<PaymentRow> payments;
    private final PaymentsNow now;
    private final CardLists cards;
    private final Findings findings;

    SessionCheck(List<PaymentRow> payments, PaymentsNow now, CardLists cards, Findings findings) {
        this.payments = payments;
        this.now = now;
        this.cards = cards;
        this.findings = findings;
    }

    void run() throws SQLException {
        Map<String, Session> unclaimed = new HashMap<>(cards.sessions());
        for (PaymentRow payment : payments) {
            Session session = payment.sessionId() == null ? null : unclaimed.remove(payment.sessionId());
            if (session != null) {
                compare(payment, session);
            } else if (payment.sessionId() != null && cards.reachBackTo(payment.opened())) {
                findings.add(
                        "I7",
                        payment.subject(),
                        payment + " by page " + payment.sessionId() + ", which the card company does not list");
            }
        }
        for (Session session : unclaimed.values()) {
            reportIfOfNoPayment(session);
        }
    }

    private void compare(PaymentRow payment, Session session) {
        if (payment.intentId() != null
                && !session.intent().isEmpty()
                && !payment.intentId().equals(session.intent())) {
            findings.add(
                    "I7",
                    payment.subject(),
                    payment + " by intent " + payment.intentId() + ", its page " + session.id() + " by intent "
                            + session.intent());
        }
        if (payment.isCaptured() && !session.status().equals(COMPLETE)) {
            findings.add(
                    "I5", payment.subject(), payment + ", but its page " + session.id() + " is " + session.status());
        }
        if (payment.isClosed() && session.status().equals(OPEN)) {
            findings.add("I5", payment.subject(), payment + ", but its page " + session.id() + " can still be paid");
        }
    }

    private void reportIfOfNoPayment(Session session) throws SQLException {
        boolean matters = session.status().equals(COMPLETE) || session.status().equals(OPEN);
        if (matters && !now.knowSession(session.id()) && !now.awaitSessionFor(session.order())) {
            findings.add(
                    "I7",
                    session.order().isEmpty() ? "session " + session.id() : "order " + session.order(),
                    "page " + session.id() + " is " + session.status() + " and belongs to no payment");
        }
    }
}
