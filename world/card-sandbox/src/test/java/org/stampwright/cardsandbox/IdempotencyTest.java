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
    void the_same_request_twice_is_done_once_and_answered_twice() throws StripeException {
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
    void the_first_answer_is_replayed_though_the_object_has_moved_on() throws StripeException {
        PaymentIntent first = create(164, "order-7/1");
        sandbox.confirm(first.getId());

        assertThat(create(164, "order-7/1").getStatus()).isEqualTo("requires_confirmation");
        assertThat(sandbox.retrieve(first.getId()).getStatus()).isEqualTo("requires_capture");
    }

    @Test
    void another_body_under_the_same_key_is_an_error() throws StripeException {
        create(164, "order-7/1");

        IdempotencyException refused = catchThrowableOfType(IdempotencyException.class, () -> create(165, "order-7/1"));

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getStripeError().getType()).isEqualTo("idempotency_error");
        assertThat(refused.getMessage()).contains("same parameters", "order-7/1");
        assertThat(intents()).isEqualTo(1);
    }

    @Test
    void another_address_under_the_same_key_is_an_error() throws StripeException {
        create(164, "order-7/1");

        IdempotencyException refused = catchThrowableOfType(IdempotencyException.class, () -> sandbox.stripe
                .v1()
                .checkout()
                .sessions()
                .create(sandbox.sessionParams(82, 2).build(), key("order-7/1")));

        assertThat(refused.getMessage()).contains("same endpoint", "/v1/checkout/sessions");
    }

    @Test
    void a_second_request_while_the_first_runs_is_a_conflict() throws Exception {
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
    void a_stored_server_error_is_replayed_whether_the_work_was_done_or_not() throws StripeException {
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
    void an_answer_lost_on_its_way_is_found_under_its_key() throws StripeException {
        sandbox.fault("POST", "/v1/payment_intents", "drop_after", 2, 0);
        catchThrowableOfType(ApiConnectionException.class, () -> create(164, "order-7/1"));
        sandbox.control("DELETE", "/test/faults", java.util.Map.of());

        PaymentIntent found = create(164, "order-7/1");

        assertThat(found.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .hasValue("true");
        assertThat(intents()).isEqualTo(1);
    }

    @Test
    void a_decline_is_replayed_too() throws StripeException {
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
    void parameters_that_cannot_be_read_are_not_kept_under_the_key() throws StripeException {
        catchThrowableOfType(InvalidRequestException.class, () -> sandbox.stripe
                .v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder().setCurrency("usd").build(), key("order-7/1")));

        assertThat(create(164, "order-7/1").getId()).startsWith("pi_");
    }

    @Test
    void a_key_is_forgotten_after_a_day() throws StripeException {
        PaymentIntent first = create(164, "order-7/1");
        sandbox.advance(Duration.ofHours(24).minusMinutes(1));
        assertThat(create(164, "order-7/1").getId()).isEqualTo(first.getId());

        sandbox.advance(Duration.ofMinutes(1));

        assertThat(create(164, "order-7/1").getId()).isNotEqualTo(first.getId());
    }

    @Test
    void a_key_is_remembered_across_a_restart() throws StripeException, IOException {
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
