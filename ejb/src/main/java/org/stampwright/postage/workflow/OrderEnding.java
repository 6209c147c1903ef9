package org.stampwright.postage.workflow;

import java.util.Objects;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.payment.PaymentState;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * How an order is undone.
 *
 * @param end declined, cancelled or expired
 * @param payment the payment's final state
 * @param reason kind of the refusal
 * @param detail the reason in words for the consumer
 */
public record OrderEnding(OrderState end, PaymentState payment, ProblemKind reason, String detail) {

    public OrderEnding {
        Objects.requireNonNull(reason, "reason");
    }

    static OrderEnding declined(ProblemKind reason, String detail) {
        return new OrderEnding(OrderState.DECLINED, PaymentState.DECLINED, reason, detail);
    }

    static OrderEnding cancelled(ProblemKind reason, String detail) {
        return new OrderEnding(OrderState.CANCELLED, PaymentState.CANCELLED, reason, detail);
    }

    /** Returns the ending of an order that its owner or an operator cancelled. */
    static OrderEnding cancelled() {
        return cancelled(ProblemKind.CANCELLED, "It was cancelled.");
    }

    static OrderEnding expired(String detail) {
        return new OrderEnding(OrderState.EXPIRED, PaymentState.EXPIRED, ProblemKind.EXPIRED, detail);
    }
}
