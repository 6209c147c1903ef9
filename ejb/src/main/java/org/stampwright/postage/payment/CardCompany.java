package org.stampwright.postage.payment;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.LiveStripeResponseGetter;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.stampwright.postage.payment.CardSaid.Gone;
import org.stampwright.postage.payment.CardSaid.StillOpen;
import org.stampwright.postage.payment.Created.NotMade;

/**
 * The card company's HTTP API, through its own client library. One call per method, no retry, two seconds to connect
 * and ten to answer. An error that does not refuse the card is {@link CardSaid.Unknown}: the request may have been
 * carried out.
 */
@ApplicationScoped
class CardCompany {

    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    static final String CURRENCY = "usd";
    static final String ORDER = "order";

    @Inject
    CardSettings settings;

    private StripeClient client;

    protected CardCompany() {}

    CardCompany(CardSettings settings, Duration toAnswer) {
        this.settings = settings;
        connect(toAnswer);
    }

    @PostConstruct
    void connect() {
        connect(TO_ANSWER);
    }

    private void connect(Duration toAnswer) {
        client =
                new StripeClient(new LiveStripeResponseGetter(new CardClientOptions(settings), new CardHttp(toAnswer)));
    }

    /** Creates an intent that is not confirmed yet. */
    Created createIntent(PaymentView payment, ToPay pay) {
        PaymentIntentCreateParams wanted = PaymentIntentCreateParams.builder()
                .setAmount(pay.total().minorUnits())
                .setCurrency(CURRENCY)
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .addPaymentMethodType("card")
                .setPaymentMethod(pay.method())
                .putMetadata(ORDER, pay.order().toString())
                .build();
        try {
            PaymentIntent intent = client.v1().paymentIntents().create(wanted, once(payment));
            return CreationReading.of(pay, intent);
        } catch (StripeException e) {
            return new NotMade(CardRefusals.ofCreation(e));
        }
    }

    /** Creates a hosted page. */
    Created createSession(PaymentView payment, ToPay pay) {
        String back = settings.publicUrl() + "/order/" + pay.order();
        SessionCreateParams wanted = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(pay.order().toString())
                .setExpiresAt(payment.expiresAt().getEpochSecond())
                .setSuccessUrl(back + "?paid")
                .setCancelUrl(back + "?unpaid")
                .setCustomerEmail(pay.email())
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .setCaptureMethod(SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL)
                        .putMetadata(ORDER, pay.order().toString())
                        .build())
                .addLineItem(line(pay))
                .build();
        try {
            Session session = client.v1().checkout().sessions().create(wanted, once(payment));
            return CreationReading.of(pay, session);
        } catch (StripeException e) {
            return new NotMade(CardRefusals.ofCreation(e));
        }
    }

    private static SessionCreateParams.LineItem line(ToPay pay) {
        String words = pay.pieces() == 1 ? "One stamp" : pay.pieces() + " stamps";
        return SessionCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency(CURRENCY)
                        .setUnitAmount(pay.total().minorUnits())
                        .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                .setName(words)
                                .build())
                        .build())
                .build();
    }

    private static RequestOptions once(PaymentView payment) {
        return RequestOptions.builder().setIdempotencyKey(payment.creationKey()).build();
    }

    /** Requests the hold; the bank's page, if there is one, returns the consumer to the order. */
    CardSaid confirm(PaymentView payment) {
        PaymentIntentConfirmParams wanted = PaymentIntentConfirmParams.builder()
                .setReturnUrl(settings.publicUrl() + "/order/" + payment.order())
                .build();
        return said(payment, () -> client.v1().paymentIntents().confirm(payment.intentId(), wanted));
    }

    /** Returns the current state of an intent. */
    CardSaid retrieveIntent(PaymentView payment) {
        return said(payment, () -> client.v1().paymentIntents().retrieve(payment.intentId()));
    }

    /** Returns the current state of a session, with the intent behind it. */
    Answered retrieveSession(PaymentView payment) {
        SessionRetrieveParams whole =
                SessionRetrieveParams.builder().addExpand("payment_intent").build();
        try {
            return answered(payment, client.v1().checkout().sessions().retrieve(payment.sessionId(), whole));
        } catch (StripeException e) {
            return new Answered(null, CardRefusals.of(e));
        }
    }

    /** Captures the held amount. */
    CardSaid capture(PaymentView payment) {
        return said(payment, () -> client.v1().paymentIntents().capture(payment.intentId()));
    }

    /** Cancels the intent and releases the amount. */
    CardSaid cancel(PaymentView payment) {
        return said(payment, () -> client.v1().paymentIntents().cancel(payment.intentId()));
    }

    /** Closes a page on which the consumer has not paid. */
    Answered expire(PaymentView payment) {
        try {
            return answered(payment, client.v1().checkout().sessions().expire(payment.sessionId()));
        } catch (StripeException e) {
            return new Answered(null, CardRefusals.of(e));
        }
    }

    /** The state of a session, and the intent behind it once there is one, otherwise null. */
    record Answered(String intentId, CardSaid said) {}

    private interface Question {
        PaymentIntent ask() throws StripeException;
    }

    private static CardSaid said(PaymentView payment, Question question) {
        try {
            return IntentReading.of(payment, question.ask());
        } catch (StripeException e) {
            return CardRefusals.of(e);
        }
    }

    private static Answered answered(PaymentView payment, Session session) {
        if (!payment.sessionId().equals(session.getId())) {
            return new Answered(null, new CardSaid.NotOurs("session is " + session.getId()));
        }
        if (!payment.order().toString().equals(session.getClientReferenceId())) {
            return new Answered(null, new CardSaid.NotOurs("session is for " + session.getClientReferenceId()));
        }
        PaymentIntent intent = session.getPaymentIntentObject();
        return switch (String.valueOf(session.getStatus())) {
            case "expired" -> new Answered(session.getPaymentIntent(), new Gone());
            case "complete" ->
                intent == null
                        ? new Answered(null, new CardSaid.Unknown("session is complete but shows no intent"))
                        : new Answered(intent.getId(), IntentReading.of(payment, intent));
            case "open" -> new Answered(null, new StillOpen());
            default -> new Answered(null, new CardSaid.Unknown("session status " + session.getStatus()));
        };
    }
}
