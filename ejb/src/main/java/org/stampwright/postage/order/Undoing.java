package org.stampwright.postage.order;

import org.stampwright.postage.payment.PaymentState;

/**
 * How an order ends that comes to nothing.
 *
 * @param end declined, cancelled or expired
 * @param payment what its payment then counts as
 * @param reason kind of the refusal
 * @param detail the same for the consumer
 */
public record Undoing(OrderState end, PaymentState payment, String reason, String detail) {

    static Undoing declined(String reason, String detail) {
        return new Undoing(OrderState.DECLINED, PaymentState.DECLINED, reason, detail);
    }

    static Undoing cancelled(String reason, String detail) {
        return new Undoing(OrderState.CANCELLED, PaymentState.CANCELLED, reason, detail);
    }

    static Undoing expired(String detail) {
        return new Undoing(OrderState.EXPIRED, PaymentState.EXPIRED, "expired", detail);
    }
}
