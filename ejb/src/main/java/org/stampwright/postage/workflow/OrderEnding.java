package org.stampwright.postage.workflow;

import java.util.Objects;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.payment.PaymentState;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * How an order ends that comes to nothing.
 *
 * @param end declined, cancelled or expired
 * @param payment what its payment then counts as
 * @param reason kind of the refusal
 * @param detail the same for the consumer
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

    static OrderEnding expired(String detail) {
        return new OrderEnding(OrderState.EXPIRED, PaymentState.EXPIRED, ProblemKind.EXPIRED, detail);
    }
}
