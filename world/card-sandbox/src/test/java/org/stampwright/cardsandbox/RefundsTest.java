package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import org.junit.jupiter.api.Test;

class RefundsTest extends SandboxTest {
    private Refund refund(String intent, Long amount) throws StripeException {
        return sandbox.stripe
                .v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(intent)
                        .setAmount(amount)
                        .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                        .putMetadata("order", "order-7")
                        .build());
    }

    private InvalidRequestException refused(String intent, Long amount) {
        return catchThrowableOfType(InvalidRequestException.class, () -> refund(intent, amount));
    }

    @Test
    void a_refund_gives_back_what_was_taken() throws StripeException {
        String intent = sandbox.captured(164).getId();

        Refund refund = refund(intent, null);

        assertThat(refund.getAmount()).isEqualTo(164);
        assertThat(refund.getStatus()).isEqualTo("succeeded");
        assertThat(refund.getPaymentIntent()).isEqualTo(intent);
        assertThat(refund.getMetadata()).containsEntry("order", "order-7");
        assertThat(sandbox.stripe.v1().refunds().retrieve(refund.getId()).getAmount())
                .isEqualTo(164);
        assertThat(sandbox.stripe.v1().charges().retrieve(refund.getCharge()).getRefunded())
                .isTrue();
    }

    @Test
    void parts_add_up_to_no_more_than_was_taken() throws StripeException {
        String intent = sandbox.stripe
                .v1()
                .paymentIntents()
                .capture(
                        sandbox.held(1000).getId(),
                        PaymentIntentCaptureParams.builder()
                                .setAmountToCapture(600L)
                                .build())
                .getId();
        refund(intent, 250L);

        InvalidRequestException tooMuch = refused(intent, 351L);
        assertThat(tooMuch.getMessage()).contains("$3.51", "$3.50");
        refund(intent, 350L);
        InvalidRequestException over = refused(intent, 1L);

        assertThat(over.getCode()).isEqualTo("charge_already_refunded");
        assertThat(sandbox.stripe
                        .v1()
                        .refunds()
                        .list(RefundListParams.builder()
                                .setPaymentIntent(intent)
                                .build())
                        .getData())
                .extracting(Refund::getAmount)
                .containsExactly(350L, 250L);
    }

    @Test
    void what_was_only_held_is_not_refunded() throws StripeException {
        String intent = sandbox.held(164).getId();

        InvalidRequestException refused = refused(intent, null);

        assertThat(refused.getMessage()).contains("does not have a successful charge to refund");
        assertThat(sandbox.retrieve(intent).getStatus()).isEqualTo("requires_capture");
    }
}
