package org.stampwright.postage.order;

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
public record Undoing(OrderState end, PaymentState payment, ProblemKind reason, String detail) {

    public Undoing {
        Objects.requireNonNull(reason, "reason");
    }

    static Undoing declined(ProblemKind reason, String detail) {
        return new Undoing(OrderState.DECLINED, PaymentState.DECLINED, reason, detail);
    }

    static Undoing cancelled(ProblemKind reason, String detail) {
        return new Undoing(OrderState.CANCELLED, PaymentState.CANCELLED, reason, detail);
    }

    static Undoing expired(String detail) {
        return new Undoing(OrderState.EXPIRED, PaymentState.EXPIRED, ProblemKind.EXPIRED, detail);
    }
}
