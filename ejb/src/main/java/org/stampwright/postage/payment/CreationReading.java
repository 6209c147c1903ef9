package org.stampwright.postage.payment;

import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import java.util.Map;
import org.stampwright.postage.payment.CardSaid.NotOurs;
import org.stampwright.postage.payment.Created.Made;
import org.stampwright.postage.payment.Created.NotMade;

/**
 * Checks the object that the card company created against the request: an object for another order or another amount is
 * never recorded as this order's.
 */
final class CreationReading {

    private CreationReading() {}

    static Created of(ToPay pay, PaymentIntent intent) {
        Map<String, String> metadata = intent.getMetadata() == null ? Map.of() : intent.getMetadata();
        return made(
                isFor(pay, metadata.get(CardCompany.ORDER), intent.getAmount(), intent.getCurrency()),
                intent.getId(),
                new Made(null, intent.getId(), null));
    }

    static Created of(ToPay pay, Session session) {
        return made(
                session.getUrl() != null
                        && isFor(pay, session.getClientReferenceId(), session.getAmountTotal(), session.getCurrency()),
                session.getId(),
                new Made(session.getId(), session.getPaymentIntent(), session.getUrl()));
    }

    private static boolean isFor(ToPay pay, String order, Long amount, String currency) {
        return pay.order().toString().equals(order)
                && amount != null
                && amount == pay.total().minorUnits()
                && CardCompany.CURRENCY.equals(currency);
    }

    private static Created made(boolean asAsked, String id, Made made) {
        return asAsked && id != null
                ? made
                : new NotMade(new NotOurs("what was created (" + id + ") is not what was asked for"));
    }
}
