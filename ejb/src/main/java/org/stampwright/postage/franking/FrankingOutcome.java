package org.stampwright.postage.franking;

import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * What an order's row says after a franking was asked for, however often it is asked.
 *
 * @param attempt counts frankings
 * @param reason why this order was not franked and is held again (a kind of refusal), or null
 * @param detail the same for a person, or null
 */
public record FrankingOutcome(OrderState state, int attempt, ProblemKind reason, String detail) {

    public static FrankingOutcome of(OrderSnapshot order) {
        return new FrankingOutcome(order.state(), order.attempt(), order.reason(), order.detail());
    }
}
