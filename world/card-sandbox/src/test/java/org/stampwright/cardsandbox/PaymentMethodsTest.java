package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentMethod;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.param.PaymentMethodListParams;
import org.junit.jupiter.api.Test;

class PaymentMethodsTest extends SandboxTest {
    @Test
    void one_made_from_a_test_cards_number_is_charged_as_that_card() throws StripeException {
        PaymentMethod visa = create("4242424242424242", 12L, 2040L);
        PaymentMethod declined = create("4000000000000002", 12L, 2040L);

        assertThat(visa.getCard().getLast4()).isEqualTo("4242");
        assertThat(visa.getCard().getExpYear()).isEqualTo(2040);
        assertThat(sandbox.confirm(sandbox.unconfirmed(164, visa.getId()).getId())
                        .getStatus())
                .isEqualTo("requires_capture");
        String intent = sandbox.unconfirmed(164, declined.getId()).getId();
        assertThat(catchThrowableOfType(CardException.class, () -> sandbox.confirm(intent))
                        .getCode())
                .isEqualTo("card_declined");
    }

    @Test
    void the_number_is_nowhere_in_the_answer() throws StripeException {
        assertThat(create("4242424242424242", 12L, 2040L).getLastResponse().body())
                .doesNotContain("42424242");
    }

    @Test
    void they_are_retrieved_and_listed_the_named_ones_too() throws StripeException {
        String mine = create("4242424242424242", 12L, 2040L).getId();

        assertThat(sandbox.stripe.v1().paymentMethods().retrieve(mine).getId()).isEqualTo(mine);
        assertThat(sandbox.stripe
                        .v1()
                        .paymentMethods()
                        .list(PaymentMethodListParams.builder()
                                .setType(PaymentMethodListParams.Type.CARD)
                                .setLimit(100L)
                                .build())
                        .getData())
                .extracting(PaymentMethod::getId)
                .contains(mine, "pm_card_visa", "pm_card_chargeDeclined");
    }

    @Test
    void a_number_that_is_none_and_a_time_that_is_over_are_refused() throws StripeException {
        long before = sandbox.changes();

        assertThat(catchThrowableOfType(CardException.class, () -> create("4242424242424241", 12L, 2040L))
                        .getCode())
                .isEqualTo("incorrect_number");
        assertThat(catchThrowableOfType(InvalidRequestException.class, () -> create("4242424242424242", 13L, 2040L))
                        .getParam())
                .isEqualTo("card[exp_month]");
        assertThat(catchThrowableOfType(InvalidRequestException.class, () -> create("4242424242424242", 1L, 2001L))
                        .getParam())
                .isEqualTo("card[exp_year]");
        assertThat(sandbox.changes()).isEqualTo(before);
    }

    private PaymentMethod create(String number, long month, long year) throws StripeException {
        return sandbox.stripe
                .v1()
                .paymentMethods()
                .create(PaymentMethodCreateParams.builder()
                        .setType(PaymentMethodCreateParams.Type.CARD)
                        .setCard(PaymentMethodCreateParams.CardDetails.builder()
                                .setNumber(number)
                                .setExpMonth(month)
                                .setExpYear(year)
                                .setCvc("123")
                                .build())
                        .build());
    }
}
