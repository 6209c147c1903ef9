package org.stampwright.postage.psd;

import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * Where an order stands, as its row says.
 *
 * @param frankedBy the server system that claimed it, 0 if none
 * @param reason why its last franking was given up, or null
 * @param detail the same for a person, or null
 */
public record OrderStanding(OrderState state, int attempt, long frankedBy, ProblemKind reason, String detail) {

    public boolean isHeld() {
        return state == OrderState.HELD;
    }

    public boolean isClaimed() {
        return state == OrderState.CLAIMED;
    }

    /** Claimed, and without a receipt yet. */
    public boolean isUnderway() {
        return OrderState.UNDERWAY.contains(state);
    }
}
