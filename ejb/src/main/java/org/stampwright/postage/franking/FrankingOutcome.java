package org.stampwright.postage.franking;

import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * The state of an order's row after a franking request, the same for every repeated request.
 *
 * @param attempt counts frankings
 * @param reason why this order was not franked and is held again (a kind of refusal), or null
 * @param detail the reason in words for the customer, or null
 */
public record FrankingOutcome(OrderState state, int attempt, ProblemKind reason, String detail) {

    public static FrankingOutcome of(OrderSnapshot order) {
        return new FrankingOutcome(order.state(), order.attempt(), order.reason(), order.detail());
    }
}
