package org.stampwright.postage.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.franking.HandOverOutcome;
import org.stampwright.postage.franking.HandOverOutcome.NobodyTook;
import org.stampwright.postage.franking.HandOverOutcome.Stored;
import org.stampwright.postage.franking.HandOvers;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.voiding.VoidRequests;

/** The steps of an order between the hold and the authority's receipt, which server systems do. */
@ApplicationScoped
class FrankingTurn {

    private final OrderTransitions orders;
    private final HandOvers handOvers;
    private final Paying paying;
    private final VoidRequests voids;
    private final SellingStop stop;

    protected FrankingTurn() {
        this(null, null, null, null, null);
    }

    @Inject
    FrankingTurn(OrderTransitions orders, HandOvers handOvers, Paying paying, VoidRequests voids, SellingStop stop) {
        this.orders = orders;
        this.handOvers = handOvers;
        this.paying = paying;
        this.voids = voids;
        this.stop = stop;
    }

    /** Held: a server system is selected; if the last one gave the order back for a reason, it is undone for that. */
    Went turn(OrderSnapshot order) {
        if (order.reason() != null) {
            return paying.undo(
                    order,
                    order.reason().isOfCard()
                            ? Undoing.declined(order.reason(), order.detail())
                            : Undoing.cancelled(order.reason(), order.detail()));
        }
        if (stop.isStopped()) {
            return waitForOperator(order);
        }
        return stop.isFromBefore(order.id()) ? letGo(order) : handOver(order);
    }

    /** Claimed, franked or signed: asks the claimant how it stands, or takes the claim back from a dead one. */
    Went recover(OrderSnapshot order) {
        if (!stop.isStopped()) {
            return handOver(order);
        }
        return order.state() == OrderState.CLAIMED ? waitForOperator(order) : Went.resting(Rest.SHORT);
    }

    private Went waitForOperator(OrderSnapshot order) {
        if (order.waitsFor() != WaitsFor.OPERATOR) {
            orders.waits(order.ref(), order.state(), WaitsFor.OPERATOR);
        }
        return Went.resting(Rest.SHORT);
    }

    /**
     * Held since before an operator confirmed that the database had lost something: perhaps it was franked, captured and
     * printed in the part that is lost. If the card company still holds the amount, it was not, and the hold is let go.
     */
    private Went letGo(OrderSnapshot order) {
        Went went = paying.undo(
                order,
                Undoing.cancelled(
                        ProblemKind.SELLING_STOPPED,
                        "We had to stop selling before your stamps were made. Nothing was charged."));
        return went.isOn() ? went : waitForOperator(order);
    }

    private Went handOver(OrderSnapshot order) {
        HandOverOutcome outcome = handOvers.handOver(order.id());
        if (outcome instanceof NobodyTook) {
            orders.waits(order.ref(), order.state(), WaitsFor.SERVER_SYSTEM);
        }
        return outcome instanceof Stored stored && !isThere(order, stored) ? Went.on(true) : Went.resting(Rest.SHORT);
    }

    private static boolean isThere(OrderSnapshot order, Stored stored) {
        return order.state() == stored.outcome().state()
                && order.attempt() == stored.outcome().attempt();
    }

    /** Receipted, but the card company has let the hold go: the authority voids the pieces, then the order is undone. */
    Went giveUp(OrderSnapshot order) {
        if (!voids.voidAll(order.ref())) {
            orders.waits(order.ref(), order.state(), WaitsFor.AUTHORITY);
            return Went.resting(Rest.SHORT);
        }
        return paying.undo(
                order, Undoing.declined(ProblemKind.CARD_DECLINED, "The card company no longer held the amount."));
    }
}
