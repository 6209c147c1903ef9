package org.stampwright.postage.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.indicium.Money;
import org.stampwright.postage.payment.CardSaid.Declined;
import org.stampwright.postage.payment.CardSaid.Held;
import org.stampwright.postage.payment.CardSaid.NotOurs;
import org.stampwright.postage.payment.CardSaid.Unknown;

/** The meaning of the card company's answers, and which company may be configured. */
class CardWordsTest {

    private static final UUID ORDER = new UUID(1, 2);
    private static final PaymentView PAYMENT = new PaymentView(
            ORDER,
            1,
            PaymentKind.INTENT,
            PaymentState.OPEN,
            null,
            "pi_1",
            null,
            Money.ofMinorUnits(253),
            Instant.EPOCH,
            Instant.EPOCH,
            null,
            null);

    private static PaymentIntent intent(String status) {
        PaymentIntent intent = new PaymentIntent();
        intent.setId("pi_1");
        intent.setStatus(status);
        intent.setAmount(253L);
        intent.setAmountCapturable(253L);
        intent.setAmountReceived(253L);
        intent.setCurrency("usd");
        intent.setMetadata(Map.of("order", ORDER.toString()));
        return intent;
    }

    @ParameterizedTest
    @CsvSource({
        "requires_confirmation, ToConfirm",
        "requires_payment_method, StillOpen",
        "requires_capture, Held",
        "succeeded, Captured",
        "canceled, Gone",
        "processing, Processing",
        "requires_action, Unknown",
        "new, Unknown"
    })
    void a_status_means(String status, String said) {
        assertThat(IntentReading.of(PAYMENT, intent(status)).getClass().getSimpleName())
                .isEqualTo(said);
    }

    @Test
    void a_hold_counts_only_for_our_amount_currency_and_order() {
        assertThat(IntentReading.of(PAYMENT, intent("requires_capture"))).isInstanceOf(Held.class);
        PaymentIntent amount = intent("requires_capture");
        amount.setAmount(252L);
        PaymentIntent capturable = intent("requires_capture");
        capturable.setAmountCapturable(100L);
        PaymentIntent currency = intent("requires_capture");
        currency.setCurrency("cad");
        PaymentIntent order = intent("requires_capture");
        order.setMetadata(Map.of("order", new UUID(1, 3).toString()));
        PaymentIntent nobodys = intent("requires_capture");
        nobodys.setMetadata(null);
        for (PaymentIntent other : new PaymentIntent[] {amount, capturable, currency, order, nobodys}) {
            assertThat(IntentReading.of(PAYMENT, other)).isInstanceOf(NotOurs.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request_error, Declined",
        "404, invalid_request_error, Declined",
        "400, idempotency_error, Unknown",
        "409, invalid_request_error, Unknown",
        "429, invalid_request_error, Unknown",
        "401, invalid_request_error, Unknown",
        "500, api_error, Unknown"
    })
    void only_a_plain_refusal_proves_that_nothing_was_created(int status, String type, String said) {
        StripeError error = new StripeError();
        error.setType(type);
        InvalidRequestException refusal = new InvalidRequestException("no", null, "req_1", null, status, null);
        refusal.setStripeError(error);
        assertThat(CardRefusals.ofCreation(refusal).getClass().getSimpleName()).isEqualTo(said);
        assertThat(CardRefusals.of(refusal)).as("of what exists already").isInstanceOf(Unknown.class);
    }

    private static StripeException cardError(String code, String decline) {
        StripeError error = new StripeError();
        error.setType("card_error");
        error.setCode(code);
        error.setDeclineCode(decline);
        CardException exception = new CardException("declined", "req_1", code, null, decline, null, 402, null);
        exception.setStripeError(error);
        return exception;
    }

    @ParameterizedTest
    @CsvSource({
        "card_declined, generic_decline, card-declined",
        "card_declined, insufficient_funds, card-insufficient-funds",
        "expired_card,, card-expired",
        "incorrect_cvc,, card-incorrect-cvc",
        "authentication_required,, card-authentication-required",
        "payment_intent_authentication_failure,, card-authentication-required",
        "incorrect_number,, card-unknown"
    })
    void a_refused_card_is_named(String code, String decline, String kind) {
        assertThat(((Declined) CardRefusals.of(cardError(code, decline))).kind().slug())
                .isEqualTo(kind);
    }

    @Test
    void no_answer_means_unknown_never_declined() {
        assertThat(CardRefusals.of(new ApiConnectionException("time-out"))).isInstanceOf(Unknown.class);
    }

    private static CardSettings settings(String url, String key, boolean development) {
        return new CardSettings(url, key, "whsec", URI.create("http://127.0.0.1/"), development);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.stripe.com, sk_test_1",
        "https://api.stripe.com, rk_test_1",
        "http://127.0.0.1:8101, sk_live_1",
        "https://api.stripe.com.example, sk_live_1"
    })
    void test_cards_are_for_development_only(String url, String key) {
        assertThatThrownBy(() -> settings(url, key, false).refuseTestCardsInProduction())
                .isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> settings(url, key, true).refuseTestCardsInProduction())
                .doesNotThrowAnyException();
    }

    @Test
    void the_real_company_with_a_live_key_is_asked_anywhere() {
        assertThatCode(() ->
                        settings("https://api.stripe.com", "sk_live_1", false).refuseTestCardsInProduction())
                .doesNotThrowAnyException();
    }
}
