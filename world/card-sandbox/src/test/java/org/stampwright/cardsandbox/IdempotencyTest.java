package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.stampwright.cardsandbox.RunningSandbox.key;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends SandboxTest {
    private PaymentIntent create(long amount, String key) throws StripeException {
        return sandbox.stripe
                .v1()
                .paymentIntents()
                .create(RunningSandbox.intent(amount, "pm_card_visa").build(), key(key));
    }

    private int intents() throws StripeException {
        return sandbox.stripe
                .v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder().setLimit(100L).build())
                .getData()
                .size();
    }

    @Test
    void theSameRequestTwiceIsDoneOnceAndAnsweredTwice() throws StripeException {
        PaymentIntent first = create(164, "order-7/1");
        PaymentIntent second = create(164, "order-7/1");

        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(second.getLastResponse().body())
                .isEqualTo(first.getLastResponse().body());
        assertThat(first.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .isEmpty();
        assertThat(second.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .hasValue("true");
        assertThat(second.getLastResponse().headers().firstValue("Original-Request"))
                .hasValue(first.getLastResponse().requestId());
        assertThat(intents()).isEqualTo(1);
    }

    @Test
    void theFirstAnswerIsReplayedThoughTheObjectHasMovedOn() throws StripeException {
        PaymentIntent first = create(164, "order-7/1");
        sandbox.confirm(first.getId());

        assertThat(create(164, "order-7/1").getStatus()).isEqualTo("requires_confirmation");
        assertThat(sandbox.retrieve(first.getId()).getStatus()).isEqualTo("requires_capture");
    }

    @Test
    void anotherBodyUnderTheSameKeyIsAnError() throws StripeException {
        create(164, "order-7/1");

        IdempotencyException refused = catchThrowableOfType(IdempotencyException.class, () -> create(165, "order-7/1"));

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getStripeError().getType()).isEqualTo("idempotency_error");
        assertThat(refused.getMessage()).contains("same parameters", "order-7/1");
        assertThat(intents()).isEqualTo(1);
    }

    @Test
    void anotherAddressUnderTheSameKeyIsAnError() throws StripeException {
        create(164, "order-7/1");

        IdempotencyException refused = catchThrowableOfType(IdempotencyException.class, () -> sandbox.stripe
                .v1()
                .checkout()
                .sessions()
                .create(sandbox.sessionParams(82, 2).build(), key("order-7/1")));

        assertThat(refused.getMessage()).contains("same endpoint", "/v1/checkout/sessions");
    }

    @Test
    void aSecondRequestWhileTheFirstRunsIsAConflict() throws Exception {
        sandbox.fault("POST", "/v1/payment_intents", "delay", 1, 4000);
        CompletableFuture<PaymentIntent> first = CompletableFuture.supplyAsync(() -> {
            try {
                return create(164, "order-7/1");
            } catch (StripeException unexpected) {
                throw new AssertionError(unexpected);
            }
        });
        sandbox.awaitFaultTaken();

        ApiException conflict = catchThrowableOfType(ApiException.class, () -> create(164, "order-7/1"));

        assertThat(conflict.getStatusCode()).isEqualTo(409);
        assertThat(conflict.getCode()).isEqualTo("idempotency_key_in_use");
        assertThat(create(164, "order-7/2").getId()).isNotEqualTo(first.get().getId());
        assertThat(create(164, "order-7/1").getId()).isEqualTo(first.get().getId());
    }

    @Test
    void aStoredServerErrorIsReplayedWhetherTheWorkWasDoneOrNot() throws StripeException {
        sandbox.fault("POST", "/v1/payment_intents", "error_before", 1, 0);
        assertThat(error(() -> create(164, "order-7/1")).getStatusCode()).isEqualTo(500);
        assertThat(error(() -> create(164, "order-7/1")).getStatusCode()).isEqualTo(500);
        assertThat(intents()).isZero();

        sandbox.fault("POST", "/v1/payment_intents", "error_after", 1, 0);
        assertThat(error(() -> create(164, "order-7/2")).getStatusCode()).isEqualTo(500);
        assertThat(error(() -> create(164, "order-7/2")).getStatusCode()).isEqualTo(500);
        assertThat(intents()).isEqualTo(1);
    }

    @Test
    void anAnswerLostOnItsWayIsFoundUnderItsKey() throws StripeException {
        sandbox.fault("POST", "/v1/payment_intents", "drop_after", 2, 0);
        catchThrowableOfType(ApiConnectionException.class, () -> create(164, "order-7/1"));
        sandbox.control("DELETE", "/test/faults", java.util.Map.of());

        PaymentIntent found = create(164, "order-7/1");

        assertThat(found.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .hasValue("true");
        assertThat(intents()).isEqualTo(1);
    }

    @Test
    void aDeclineIsReplayedToo() throws StripeException {
        PaymentIntentCreateParams params = RunningSandbox.intent(164, "pm_card_chargeDeclined")
                .setConfirm(true)
                .build();
        CardException first = catchThrowableOfType(
                CardException.class, () -> sandbox.stripe.v1().paymentIntents().create(params, key("order-7/1")));
        CardException second = catchThrowableOfType(
                CardException.class, () -> sandbox.stripe.v1().paymentIntents().create(params, key("order-7/1")));

        assertThat(second.getCharge()).isEqualTo(first.getCharge());
        assertThat(intents()).isEqualTo(1);
    }

    @Test
    void parametersThatCannotBeReadAreNotKeptUnderTheKey() throws StripeException {
        catchThrowableOfType(InvalidRequestException.class, () -> sandbox.stripe
                .v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder().setCurrency("usd").build(), key("order-7/1")));

        assertThat(create(164, "order-7/1").getId()).startsWith("pi_");
    }

    @Test
    void aKeyIsForgottenAfterADay() throws StripeException {
        PaymentIntent first = create(164, "order-7/1");
        sandbox.advance(Duration.ofHours(24).minusMinutes(1));
        assertThat(create(164, "order-7/1").getId()).isEqualTo(first.getId());

        sandbox.advance(Duration.ofMinutes(1));

        assertThat(create(164, "order-7/1").getId()).isNotEqualTo(first.getId());
    }

    @Test
    void aKeyIsRememberedAcrossARestart() throws StripeException, IOException {
        String id = create(164, "order-7/1").getId();
        sandbox.close();
        sandbox = RunningSandbox.start(folder.resolve("journal"));

        assertThat(create(164, "order-7/1").getId()).isEqualTo(id);
        catchThrowableOfType(IdempotencyException.class, () -> create(165, "order-7/1"));
        assertThat(intents()).isEqualTo(1);
    }

    private static ApiException error(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(ApiException.class, act);
    }
}
