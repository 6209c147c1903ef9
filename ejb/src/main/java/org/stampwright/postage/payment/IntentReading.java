package org.stampwright.postage.payment;

import com.stripe.model.PaymentIntent;
import org.stampwright.postage.payment.CardSaid.Captured;
import org.stampwright.postage.payment.CardSaid.Gone;
import org.stampwright.postage.payment.CardSaid.Held;
import org.stampwright.postage.payment.CardSaid.NeedsAction;
import org.stampwright.postage.payment.CardSaid.NotOurs;
import org.stampwright.postage.payment.CardSaid.Processing;
import org.stampwright.postage.payment.CardSaid.StillOpen;
import org.stampwright.postage.payment.CardSaid.ToConfirm;
import org.stampwright.postage.payment.CardSaid.Unknown;

/** Interprets a payment intent's fields for the expected payment. */
final class IntentReading {

    private IntentReading() {}

    static CardSaid of(PaymentView payment, PaymentIntent intent) {
        if (payment.kind() == PaymentKind.INTENT
                && payment.intentId() != null
                && !payment.intentId().equals(intent.getId())) {
            return new NotOurs("asked about " + payment.intentId() + ", answered about " + intent.getId());
        }
        String order =
                intent.getMetadata() == null ? null : intent.getMetadata().get(CardCompany.ORDER);
        if (!payment.order().toString().equals(order)) {
            return new NotOurs(intent.getId() + " is for order " + order);
        }
        if (!CardCompany.CURRENCY.equals(intent.getCurrency())
                || intent.getAmount() == null
                || intent.getAmount() != payment.amount().minorUnits()) {
            return new NotOurs(intent.getId() + " is over " + intent.getAmount() + " " + intent.getCurrency());
        }
        return switch (String.valueOf(intent.getStatus())) {
            case "requires_confirmation" -> new ToConfirm();
            case "requires_action" -> action(intent);
            case "processing" -> new Processing();
            case "requires_payment_method" ->
                intent.getLastPaymentError() == null
                        ? new StillOpen()
                        : CardRefusals.declined(intent.getLastPaymentError());
            case "requires_capture" -> held(payment, intent);
            case "succeeded" -> captured(payment, intent);
            case "canceled" -> new Gone();
            default -> new Unknown("status " + intent.getStatus());
        };
    }

    private static CardSaid action(PaymentIntent intent) {
        PaymentIntent.NextAction next = intent.getNextAction();
        return next == null || next.getRedirectToUrl() == null
                ? new Unknown("requires an action without a page")
                : new NeedsAction(next.getRedirectToUrl().getUrl());
    }

    private static CardSaid held(PaymentView payment, PaymentIntent intent) {
        Long capturable = intent.getAmountCapturable();
        return capturable != null && capturable == payment.amount().minorUnits()
                ? new Held()
                : new NotOurs(intent.getId() + " holds " + capturable + " cents");
    }

    private static CardSaid captured(PaymentView payment, PaymentIntent intent) {
        Long received = intent.getAmountReceived();
        return received != null && received == payment.amount().minorUnits()
                ? new Captured()
                : new NotOurs(intent.getId() + " brought " + received + " cents");
    }
}
