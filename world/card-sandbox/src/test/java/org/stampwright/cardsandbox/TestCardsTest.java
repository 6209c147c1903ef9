package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestCardsTest extends SandboxTest {
    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, card_declined, generic_decline, Your card was declined.",
        "pm_card_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds, Your card has insufficient funds.",
        "pm_card_chargeDeclinedExpiredCard, expired_card, expired_card, Your card has expired.",
        "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc, incorrect_cvc, Your card's security code is incorrect."
    })
    void a_declining_card_says_why_and_holds_nothing(String card, String code, String declineCode, String message)
            throws StripeException {
        String id = sandbox.unconfirmed(164, card).getId();

        CardException declined = catchThrowableOfType(CardException.class, () -> sandbox.confirm(id));

        assertThat(declined.getStatusCode()).isEqualTo(402);
        assertThat(declined.getCode()).isEqualTo(code);
        assertThat(declined.getDeclineCode()).isEqualTo(declineCode);
        assertThat(declined.getStripeError().getMessage()).isEqualTo(message);
        assertThat(declined.getStripeError().getPaymentIntent().getId()).isEqualTo(id);
        PaymentIntent after = sandbox.retrieve(id);
        assertThat(after.getStatus()).isEqualTo("requires_payment_method");
        assertThat(after.getAmountCapturable()).isZero();
        assertThat(after.getLastPaymentError().getCode()).isEqualTo(code);
        Charge charge = sandbox.stripe.v1().charges().retrieve(declined.getCharge());
        assertThat(charge.getStatus()).isEqualTo("failed");
        assertThat(charge.getFailureCode()).isEqualTo(code);
    }

    @Test
    void after_a_decline_another_card_may_pay() throws StripeException {
        String id = sandbox.unconfirmed(164, "pm_card_chargeDeclined").getId();
        catchThrowableOfType(CardException.class, () -> sandbox.confirm(id));

        PaymentIntent held = sandbox.stripe
                .v1()
                .paymentIntents()
                .confirm(
                        id,
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod("pm_card_visa")
                                .build());

        assertThat(held.getStatus()).isEqualTo("requires_capture");
        assertThat(held.getLastPaymentError()).isNull();
    }

    @Test
    void a_card_declined_at_creation_leaves_its_intent_behind() throws StripeException {
        CardException declined = catchThrowableOfType(CardException.class, () -> sandbox.stripe
                .v1()
                .paymentIntents()
                .create(RunningSandbox.intent(164, "pm_card_chargeDeclined")
                        .setConfirm(true)
                        .build()));

        String id = declined.getStripeError().getPaymentIntent().getId();
        assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("requires_payment_method");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pm_card_authenticationRequired", "pm_card_threeDSecure2Required"})
    void a_card_that_authenticates_is_held_once_the_bank_approves(String card) throws StripeException {
        PaymentIntent asked = asked(card);
        String url = asked.getNextAction().getRedirectToUrl().getUrl();
        assertThat(asked.getStatus()).isEqualTo("requires_action");
        assertThat(asked.getAmountCapturable()).isZero();
        assertThat(sandbox.open(url).body()).contains("Approve payment", "$1.64");

        HttpResponse<String> back = sandbox.submit(url, Map.of("decision", "approve"));

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location"))
                .get()
                .asString()
                .startsWith("http://127.0.0.1:9/back?payment_intent=" + asked.getId())
                .endsWith("succeeded");
        assertThat(sandbox.retrieve(asked.getId()).getStatus()).isEqualTo("requires_capture");
        assertThat(sandbox.retrieve(asked.getId()).getNextAction()).isNull();
    }

    @Test
    void a_refused_authentication_holds_nothing_and_is_answered_only_once() throws StripeException {
        PaymentIntent asked = asked("pm_card_authenticationRequired");
        String url = asked.getNextAction().getRedirectToUrl().getUrl();

        HttpResponse<String> back = sandbox.submit(url, Map.of("decision", "refuse"));

        assertThat(back.headers().firstValue("Location")).get().asString().endsWith("redirect_status=failed");
        PaymentIntent after = sandbox.retrieve(asked.getId());
        assertThat(after.getStatus()).isEqualTo("requires_payment_method");
        assertThat(after.getLastPaymentError().getCode()).isEqualTo("payment_intent_authentication_failure");
        assertThat(sandbox.submit(url, Map.of("decision", "approve")).statusCode())
                .isEqualTo(410);
        assertThat(sandbox.retrieve(asked.getId()).getStatus()).isEqualTo("requires_payment_method");
    }

    @Test
    void an_intent_left_on_the_banks_page_can_be_cancelled() throws StripeException {
        PaymentIntent asked = asked("pm_card_authenticationRequired");

        PaymentIntent after = sandbox.stripe.v1().paymentIntents().cancel(asked.getId());

        assertThat(after.getStatus()).isEqualTo("canceled");
        String url = asked.getNextAction().getRedirectToUrl().getUrl();
        assertThat(sandbox.submit(url, Map.of("decision", "approve")).statusCode())
                .isEqualTo(410);
        assertThat(sandbox.retrieve(asked.getId()).getStatus()).isEqualTo("canceled");
    }

    @Test
    void a_merchant_that_takes_no_actions_gets_an_error() throws StripeException {
        String id = sandbox.unconfirmed(164, "pm_card_authenticationRequired").getId();

        for (PaymentIntentConfirmParams.Builder params : new PaymentIntentConfirmParams.Builder[] {
            PaymentIntentConfirmParams.builder().setErrorOnRequiresAction(true),
            PaymentIntentConfirmParams.builder().setOffSession(true)
        }) {
            CardException refused = catchThrowableOfType(CardException.class, () -> sandbox.stripe
                    .v1()
                    .paymentIntents()
                    .confirm(
                            id,
                            params.setPaymentMethod("pm_card_authenticationRequired")
                                    .build()));
            assertThat(refused.getCode()).isEqualTo("authentication_required");
        }
        assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("requires_payment_method");
    }

    private PaymentIntent asked(String card) throws StripeException {
        String id = sandbox.unconfirmed(164, card).getId();
        return sandbox.stripe
                .v1()
                .paymentIntents()
                .confirm(
                        id,
                        PaymentIntentConfirmParams.builder()
                                .setReturnUrl("http://127.0.0.1:9/back")
                                .build());
    }

    @Test
    void without_payment_method_types_a_return_address_is_asked_for_as_stripe_does() throws StripeException {
        PaymentIntent intent = sandbox.stripe
                .v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(164L)
                        .setCurrency("usd")
                        .setPaymentMethod("pm_card_visa")
                        .build());

        InvalidRequestException refused =
                catchThrowableOfType(InvalidRequestException.class, () -> sandbox.confirm(intent.getId()));

        assertThat(refused.getParam()).isEqualTo("return_url");
    }

    @Test
    void a_test_payment_method_is_retrieved_with_its_brand_and_last_digits() throws StripeException {
        long before = sandbox.changes();

        PaymentMethod method = sandbox.stripe.v1().paymentMethods().retrieve("pm_card_visa");

        assertThat(method.getType()).isEqualTo("card");
        assertThat(method.getCard().getBrand()).isEqualTo("visa");
        assertThat(method.getCard().getLast4()).isEqualTo("4242");
        assertThat(method.getCard().getExpYear()).isGreaterThan(2025);
        assertThat(sandbox.changes()).isEqualTo(before);
    }

    @Test
    void an_unknown_payment_method_is_refused() {
        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> sandbox.stripe.v1().paymentMethods().retrieve("pm_card_gold"));

        assertThat(refused.getStatusCode()).isEqualTo(404);
        assertThat(refused.getCode()).isEqualTo("resource_missing");
    }
}
