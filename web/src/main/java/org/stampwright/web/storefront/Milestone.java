package org.stampwright.web.storefront;

import java.util.List;
import org.stampwright.postage.orderstate.OrderState;

/** A step of an order, and whether it is complete. */
public record Milestone(String what, boolean done) {

    /** Returns all steps for an order in this state. */
    static List<Milestone> of(OrderState state) {
        return List.of(
                new Milestone("Your card is checked", isPast(state, OrderState.HELD)),
                new Milestone("Your stamps are made", isPast(state, OrderState.SIGNED)),
                new Milestone("The post has entered them", isPast(state, OrderState.RECEIPTED)),
                new Milestone("Your card is charged", isPast(state, OrderState.CAPTURED)));
    }

    /** The states from placed to printed are declared in their order. */
    private static boolean isPast(OrderState state, OrderState milestone) {
        return !state.isUndone() && state.compareTo(milestone) >= 0;
    }
}
