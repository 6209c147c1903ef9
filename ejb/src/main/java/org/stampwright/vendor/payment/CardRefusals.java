package org.stampwright.vendor.payment;

import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import org.stampwright.vendor.payment.CardSaid.Declined;
import org.stampwright.vendor.payment.CardSaid.Unknown;

/** The card company's reasons in our words. */
final class CardRefusals {

    private CardRefusals() {
    }

    /** What an error means: the card was refused, or we do not know. */
    static CardSaid of(StripeException e) {
        StripeError error = e.getStripeError();
        boolean answered = error != null && e.getStatusCode() != null && e.getStatusCode() >= 400;
        if (answered && "card_error".equals(error.getType())) {
            return declined(error);
        }
        if (answered && "payment_method".equals(error.getParam()) && e.getStatusCode() < 500) {
            return new Declined("card-unknown", "The card company does not know this card.");
        }
        return new Unknown(e.getClass().getSimpleName() + ": " + e.getMessage());
    }

    static Declined declined(StripeError error) {
        String why = error.getDeclineCode() == null ? "" : error.getDeclineCode();
        String code = error.getCode() == null ? "" : error.getCode();
        if (why.equals("insufficient_funds")) {
            return new Declined("card-insufficient-funds", "The card's limit does not allow this amount.");
        }
        return switch (code) {
            case "expired_card" -> new Declined("card-expired", "The card has expired. Use another one.");
            case "incorrect_cvc", "invalid_cvc" ->
                    new Declined("card-incorrect-cvc", "The card's security code is wrong.");
            case "authentication_required", "payment_intent_authentication_failure" ->
                    new Declined("card-authentication-required", "The card's bank did not confirm that it was you.");
            case "incorrect_number", "invalid_number" ->
                    new Declined("card-unknown", "There is no card of this number.");
            default -> new Declined("card-declined", "The card was declined. Ask your bank, or use another card.");
        };
    }
}
