package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldsTest extends SandboxTest {
    @Test
    void an_unconfirmed_intent_holds_nothing_and_says_what_it_is_for() throws StripeException {
        PaymentIntent intent = sandbox.unconfirmed(164, "pm_card_visa");

        assertThat(intent.getStatus()).isEqualTo("requires_confirmation");
        assertThat(intent.getAmount()).isEqualTo(164);
        assertThat(intent.getAmountCapturable()).isZero();
        assertThat(intent.getMetadata()).containsEntry("order", "order-7");
        assertThat(intent.getLatestCharge()).isNull();
        assertThat(intent.getPaymentMethod()).startsWith("pm_").isNotEqualTo("pm_card_visa");
    }

    @Test
    void a_confirmed_intent_holds_its_amount_for_seven_days() throws StripeException {
        PaymentIntent intent = sandbox.held(164);

        assertThat(intent.getStatus()).isEqualTo("requires_capture");
        assertThat(intent.getAmountCapturable()).isEqualTo(164);
        assertThat(intent.getAmountReceived()).isZero();
        Charge charge = sandbox.stripe
                .v1()
                .paymentIntents()
                .retrieve(
                        intent.getId(),
                        PaymentIntentRetrieveParams.builder()
                                .addExpand("latest_charge")
                                .build())
                .getLatestChargeObject();
        assertThat(charge.getCaptured()).isFalse();
        assertThat(charge.getPaymentMethodDetails().getCard().getLast4()).isEqualTo("4242");
        assertThat(charge.getPaymentMethodDetails().getCard().getCaptureBefore())
                .isEqualTo(charge.getCreated() + Duration.ofDays(7).toSeconds());
    }

    @Test
    void a_capture_takes_what_is_held() throws StripeException {
        PaymentIntent intent = sandbox.captured(164);

        assertThat(intent.getStatus()).isEqualTo("succeeded");
        assertThat(intent.getAmountReceived()).isEqualTo(164);
        assertThat(intent.getAmountCapturable()).isZero();
        assertThat(sandbox.stripe
                        .v1()
                        .charges()
                        .retrieve(intent.getLatestCharge())
                        .getAmountCaptured())
                .isEqualTo(164);
    }

    @Test
    void a_partial_capture_gives_the_rest_back() throws StripeException {
        PaymentIntent intent = sandbox.stripe
                .v1()
                .paymentIntents()
                .capture(
                        sandbox.held(1000).getId(),
                        PaymentIntentCaptureParams.builder()
                                .setAmountToCapture(600L)
                                .build());

        assertThat(intent.getAmountReceived()).isEqualTo(600);
        Charge charge = sandbox.stripe.v1().charges().retrieve(intent.getLatestCharge());
        assertThat(charge.getAmountCaptured()).isEqualTo(600);
        assertThat(charge.getAmountRefunded()).isEqualTo(400);
        assertThat(charge.getRefunded()).isFalse();
    }

    @Test
    void more_than_is_held_is_not_captured() throws StripeException {
        String id = sandbox.held(164).getId();

        InvalidRequestException refused = refused(() -> sandbox.stripe
                .v1()
                .paymentIntents()
                .capture(
                        id,
                        PaymentIntentCaptureParams.builder()
                                .setAmountToCapture(165L)
                                .build()));

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getCode()).isEqualTo("amount_too_large");
        assertThat(refused.getParam()).isEqualTo("amount_to_capture");
        assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("requires_capture");
    }

    @Test
    void a_cancel_gives_the_hold_back() throws StripeException {
        PaymentIntent intent =
                sandbox.stripe.v1().paymentIntents().cancel(sandbox.held(164).getId());

        assertThat(intent.getStatus()).isEqualTo("canceled");
        assertThat(intent.getCanceledAt()).isNotNull();
        assertThat(intent.getAmountCapturable()).isZero();
        assertThat(sandbox.stripe
                        .v1()
                        .charges()
                        .retrieve(intent.getLatestCharge())
                        .getRefunded())
                .isTrue();
    }

    @Test
    void what_is_captured_is_not_cancelled() throws StripeException {
        String id = sandbox.captured(164).getId();

        unexpectedState(
                id, "succeeded", () -> sandbox.stripe.v1().paymentIntents().cancel(id));
        unexpectedState(
                id, "succeeded", () -> sandbox.stripe.v1().paymentIntents().capture(id));
        unexpectedState(id, "succeeded", () -> sandbox.confirm(id));
    }

    @Test
    void what_is_cancelled_is_not_captured() throws StripeException {
        String id = sandbox.stripe
                .v1()
                .paymentIntents()
                .cancel(sandbox.held(164).getId())
                .getId();

        unexpectedState(
                id, "canceled", () -> sandbox.stripe.v1().paymentIntents().capture(id));
        unexpectedState(
                id, "canceled", () -> sandbox.stripe.v1().paymentIntents().cancel(id));
        unexpectedState(id, "canceled", () -> sandbox.confirm(id));
    }

    @Test
    void what_is_not_held_is_not_captured() throws StripeException {
        String id = sandbox.unconfirmed(164, "pm_card_visa").getId();

        unexpectedState(
                id,
                "requires_confirmation",
                () -> sandbox.stripe.v1().paymentIntents().capture(id));
    }

    private void unexpectedState(String id, String status, Callable<?> act) throws StripeException {
        long before = sandbox.changes();
        InvalidRequestException refused = refused(act);

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getCode()).isEqualTo("payment_intent_unexpected_state");
        assertThat(refused.getStripeError().getPaymentIntent().getStatus()).isEqualTo(status);
        assertThat(sandbox.retrieve(id).getStatus()).isEqualTo(status);
        assertThat(sandbox.changes()).isEqualTo(before);
    }

    /** The guarantee that the vendor relies on: of a simultaneous capture and cancel, exactly one is done. */
    @Test
    void of_a_capture_and_a_cancel_at_once_exactly_one_wins() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 40; round++) {
                String id = sandbox.held(164).getId();
                List<Future<Boolean>> outcomes = both.invokeAll(List.of(
                        () -> done(() -> sandbox.stripe.v1().paymentIntents().capture(id)),
                        () -> done(() -> sandbox.stripe.v1().paymentIntents().cancel(id))));
                boolean captured = outcomes.get(0).get();
                assertThat(captured).isNotEqualTo(outcomes.get(1).get());
                assertThat(sandbox.retrieve(id).getStatus()).isEqualTo(captured ? "succeeded" : "canceled");
                assertThat(sandbox.retrieve(id).getAmountReceived()).isEqualTo(captured ? 164 : 0);
            }
        } finally {
            both.shutdownNow();
        }
    }

    private static boolean done(Callable<?> act) throws Exception {
        try {
            act.call();
            return true;
        } catch (InvalidRequestException lost) {
            assertThat(lost.getCode()).isEqualTo("payment_intent_unexpected_state");
            return false;
        }
    }

    @Test
    void a_hold_ends_after_seven_days_and_is_not_captured_afterwards() throws StripeException {
        String id = sandbox.held(164).getId();
        sandbox.advance(Duration.ofDays(7).minusSeconds(60));
        assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("requires_capture");

        sandbox.advance(Duration.ofSeconds(61));

        assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("canceled");
        assertThat(sandbox.retrieve(id).getCancellationReason()).isEqualTo("automatic");
        unexpectedState(
                id, "canceled", () -> sandbox.stripe.v1().paymentIntents().capture(id));
    }

    @Test
    void what_was_captured_in_time_does_not_end() throws StripeException {
        String id = sandbox.captured(164).getId();

        sandbox.advance(Duration.ofDays(30));

        assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("succeeded");
    }

    @ParameterizedTest
    @CsvSource({
        "49, usd, amount_too_small, amount", "0, usd, amount_too_small, amount",
        "-1, usd, parameter_invalid_integer, amount", "100000000, usd, amount_too_large, amount",
        "29, gbp, amount_too_small, amount", "164, xxx, , currency"
    })
    void amounts_out_of_bounds_and_other_currencies_are_refused(
            long amount, String currency, String code, String param) {
        long before = sandbox.changes();

        InvalidRequestException refused = refused(() -> sandbox.stripe
                .v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(amount)
                        .setCurrency(currency)
                        .build()));

        assertThat(refused.getCode()).isEqualTo(code);
        assertThat(refused.getParam()).isEqualTo(param);
        assertThat(sandbox.changes()).isEqualTo(before);
    }

    @Test
    void the_smallest_amount_is_held() throws StripeException {
        assertThat(sandbox.held(50).getAmountCapturable()).isEqualTo(50);
    }

    @Test
    void an_unknown_intent_or_card_is_named() {
        InvalidRequestException intent = refused(() -> sandbox.retrieve("pi_nobody"));
        InvalidRequestException card = refused(() -> sandbox.unconfirmed(164, "pm_nobody"));

        assertThat(intent.getStatusCode()).isEqualTo(404);
        assertThat(intent.getCode()).isEqualTo("resource_missing");
        assertThat(card.getCode()).isEqualTo("resource_missing");
        assertThat(card.getParam()).isEqualTo("payment_method");
    }

    private static InvalidRequestException refused(Callable<?> act) {
        return catchThrowableOfType(InvalidRequestException.class, act::call);
    }
}
