package org.stampwright.postage.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.franking.HandOverOutcome;
import org.stampwright.postage.franking.HandOverOutcome.Refused;
import org.stampwright.postage.franking.HandOverOutcome.Stored;
import org.stampwright.postage.franking.HandOvers;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.voiding.VoidRequests;

/** The steps of an order between the hold and the authority's receipt, which server systems carry out. */
@ApplicationScoped
class FrankingStep {

    private final OrderTransitions orders;
    private final OrderClaims claims;
    private final HandOvers handOvers;
    private final PaymentStep payment;
    private final VoidRequests voids;
    private final SellingStop stop;

    protected FrankingStep() {
        this(null, null, null, null, null, null);
    }

    @Inject
    FrankingStep(
            OrderTransitions orders,
            OrderClaims claims,
            HandOvers handOvers,
            PaymentStep payment,
            VoidRequests voids,
            SellingStop stop) {
        this.orders = orders;
        this.claims = claims;
        this.handOvers = handOvers;
        this.payment = payment;
        this.voids = voids;
        this.stop = stop;
    }

    /** Held: selects a server system; an order that the last one gave back for a reason is undone for that reason. */
    StepResult turn(OrderSnapshot order) {
        if (order.reason() != null) {
            return payment.undo(
                    order,
                    order.reason().isOfCard()
                            ? OrderEnding.declined(order.reason(), order.detail())
                            : OrderEnding.cancelled(order.reason(), order.detail()));
        }
        if (stop.isStopped()) {
            return waitForOperator(order);
        }
        return stop.isFromBefore(order.id()) ? letGo(order) : claim(order);
    }

    private StepResult claim(OrderSnapshot order) {
        Optional<OrderSnapshot> claimed = claims.claimed(order);
        if (claimed.isEmpty()) {
            orders.waits(order.ref(), order.state(), WaitsFor.SERVER_SYSTEM);
            return StepResult.resting(RetryDelay.SHORT);
        }
        return StepResult.to(claimed);
    }

    /** Claimed, franked or signed: hands over to the claimant and waits, or takes the claim back from a dead one. */
    StepResult follow(OrderSnapshot order) {
        StepResult followed = handOver(order);
        return followed.isOn() || order.state() != OrderState.CLAIMED || !stop.isStopped()
                ? followed
                : waitForOperator(order);
    }

    private StepResult waitForOperator(OrderSnapshot order) {
        if (order.waitsFor() != WaitsFor.OPERATOR) {
            orders.waits(order.ref(), order.state(), WaitsFor.OPERATOR);
        }
        return StepResult.resting(RetryDelay.SHORT);
    }

    /**
     * Held since before an operator confirmed that the database had lost data: the order may have been franked,
     * captured and printed in the lost part. If the card company still holds the amount, it was not, and the hold is
     * released.
     */
    private StepResult letGo(OrderSnapshot order) {
        StepResult result = payment.undo(
                order,
                OrderEnding.cancelled(
                        ProblemKind.SELLING_STOPPED,
                        "We had to stop selling before your stamps were made. Nothing was charged."));
        if (result.isOn()) {
            return result;
        }
        orders.waits(order.ref(), order.state(), WaitsFor.OPERATOR); // undo has just named the card company
        return StepResult.resting(RetryDelay.SHORT);
    }

    private StepResult handOver(OrderSnapshot order) {
        HandOverOutcome outcome = handOvers.handOver(order);
        if (outcome instanceof Refused) {
            orders.find(order.id()).ifPresent(now -> orders.waits(now.ref(), OrderState.HELD, WaitsFor.SERVER_SYSTEM));
        }
        return outcome instanceof Stored stored && hasAdvanced(order, stored.order())
                ? StepResult.to(Optional.of(stored.order()))
                : StepResult.resting(RetryDelay.SHORT);
    }

    private static boolean hasAdvanced(OrderSnapshot before, OrderSnapshot now) {
        return before.state() != now.state() || before.attempt() != now.attempt();
    }

    /**
     * Receipted, but the card company has released the hold: the authority voids the pieces, then the order is undone.
     */
    StepResult giveUp(OrderSnapshot order) {
        if (!voids.voidAll(order.ref())) {
            orders.waits(order.ref(), order.state(), WaitsFor.AUTHORITY);
            return StepResult.resting(RetryDelay.SHORT);
        }
        return payment.undo(
                order, OrderEnding.declined(ProblemKind.CARD_DECLINED, "The card company no longer held the amount."));
    }
}
