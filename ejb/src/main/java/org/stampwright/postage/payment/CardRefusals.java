package org.stampwright.postage.payment;

import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import org.stampwright.postage.payment.CardSaid.Declined;
import org.stampwright.postage.payment.CardSaid.Unknown;
import org.stampwright.postage.refusal.ProblemKind;

/** Translates the card company's reasons into the vendor's kinds and messages. */
final class CardRefusals {

    private static final System.Logger LOG = System.getLogger(CardRefusals.class.getName());

    private CardRefusals() {}

    /** Returns the meaning of an error: the card was refused, or the outcome is unknown. */
    static CardSaid of(StripeException e) {
        StripeError error = e.getStripeError();
        boolean answered = error != null && e.getStatusCode() != null && e.getStatusCode() >= 400;
        if (answered && "card_error".equals(error.getType())) {
            return declined(error);
        }
        if (answered && "payment_method".equals(error.getParam()) && e.getStatusCode() < 500) {
            return new Declined(ProblemKind.CARD_UNKNOWN, "The card company does not know this card.");
        }
        return new Unknown(e.getClass().getSimpleName() + ": " + e.getMessage());
    }

    /**
     * Returns the meaning of an error at a creation. After a plain refusal the object does not exist. A changed request
     * under the same key, a request in flight, an unaccepted key and too many requests are no such refusal.
     */
    static CardSaid ofCreation(StripeException e) {
        CardSaid said = of(e);
        boolean no = e.getStatusCode() != null && (e.getStatusCode() == 400 || e.getStatusCode() == 404);
        if (said instanceof Unknown
                && no
                && e.getStripeError() != null
                && "invalid_request_error".equals(e.getStripeError().getType())) {
            LOG.log(System.Logger.Level.ERROR, "the card company rejected a payment: {0}", e.getMessage());
            return new Declined(ProblemKind.CARD_DECLINED, "The card company rejected this payment.");
        }
        return said;
    }

    static Declined declined(StripeError error) {
        String why = error.getDeclineCode() == null ? "" : error.getDeclineCode();
        String code = error.getCode() == null ? "" : error.getCode();
        if (why.equals("insufficient_funds")) {
            return new Declined(ProblemKind.CARD_INSUFFICIENT_FUNDS, "The card's limit does not allow this amount.");
        }
        return switch (code) {
            case "expired_card" -> new Declined(ProblemKind.CARD_EXPIRED, "The card has expired. Use another one.");
            case "incorrect_cvc", "invalid_cvc" ->
                new Declined(ProblemKind.CARD_INCORRECT_CVC, "The card's security code is wrong.");
            case "authentication_required", "payment_intent_authentication_failure" ->
                new Declined(
                        ProblemKind.CARD_AUTHENTICATION_REQUIRED, "The card's bank did not confirm that it was you.");
            case "incorrect_number", "invalid_number" ->
                new Declined(ProblemKind.CARD_UNKNOWN, "There is no card with this number.");
            default ->
                new Declined(ProblemKind.CARD_DECLINED, "The card was declined. Ask your bank, or use another card.");
        };
    }
}
