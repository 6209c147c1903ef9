package org.stampwright.postage.franking;

import org.stampwright.postage.orderstate.OrderSnapshot;

/** The outcome of handing an order over. */
public sealed interface HandOverOutcome {

    /** The order's row, after its franking has ended or some seconds have passed. */
    record Stored(OrderSnapshot order) implements HandOverOutcome {}

    /** Every server system refused; the order is held and may be handed over again later. */
    record Refused(String why) implements HandOverOutcome {}

    /** The claimant did not answer. The row shows its progress, and the same hand-over may be repeated. */
    record Unknown(String why) implements HandOverOutcome {}
}
