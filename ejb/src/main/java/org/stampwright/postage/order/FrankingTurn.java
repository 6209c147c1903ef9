package org.stampwright.postage.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.handover.HandOverOutcome;
import org.stampwright.postage.handover.HandOverOutcome.NobodyTook;
import org.stampwright.postage.handover.HandOverOutcome.Stored;
import org.stampwright.postage.handover.HandOvers;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.refusal.ProblemKind;

/** The steps of an order between the hold and the authority's receipt, which server systems do. */
@ApplicationScoped
class FrankingTurn {

    private final OrderSteps steps;
    private final HandOvers handOvers;
    private final Paying paying;
    private final PieceVoids voids;
    private final SellingStop stop;

    protected FrankingTurn() {
        this(null, null, null, null, null);
    }

    @Inject
    FrankingTurn(OrderSteps steps, HandOvers handOvers, Paying paying, PieceVoids voids, SellingStop stop) {
        this.steps = steps;
        this.handOvers = handOvers;
        this.paying = paying;
        this.voids = voids;
        this.stop = stop;
    }

    /** Held: a server system is selected; if the last one gave the order back for a reason, it is undone for that. */
    Went turn(OrderFacts facts) {
        if (facts.reason() != null) {
            return paying.undo(
                    facts,
                    facts.reason().isOfCard()
                            ? Undoing.declined(facts.reason(), facts.detail())
                            : Undoing.cancelled(facts.reason(), facts.detail()));
        }
        if (stop.isStopped()) {
            return waitForOperator(facts);
        }
        return stop.isFromBefore(facts.order()) ? letGo(facts) : handOver(facts);
    }

    /** Claimed, franked or signed: asks the claimant how it stands, or takes the claim back from a dead one. */
    Went recover(OrderFacts facts) {
        if (!stop.isStopped()) {
            return handOver(facts);
        }
        return facts.state() == OrderState.CLAIMED ? waitForOperator(facts) : Went.resting(Rest.SHORT);
    }

    private Went waitForOperator(OrderFacts facts) {
        if (facts.waitsFor() != WaitsFor.OPERATOR) {
            steps.waits(facts.standing(), WaitsFor.OPERATOR);
        }
        return Went.resting(Rest.SHORT);
    }

    /**
     * Held since before an operator confirmed that the database had lost something: perhaps it was franked, captured and
     * printed in the part that is lost. If the card company still holds the amount, it was not, and the hold is let go.
     */
    private Went letGo(OrderFacts facts) {
        Went went = paying.undo(
                facts,
                Undoing.cancelled(
                        ProblemKind.SELLING_STOPPED,
                        "We had to stop selling before your stamps were made. Nothing was charged."));
        return went.isOn() ? went : waitForOperator(facts);
    }

    private Went handOver(OrderFacts facts) {
        HandOverOutcome outcome = handOvers.handOver(facts.order());
        if (outcome instanceof NobodyTook) {
            steps.waits(facts.standing(), WaitsFor.SERVER_SYSTEM);
        }
        return outcome instanceof Stored stored && !isThere(facts.standing(), stored)
                ? Went.on(true)
                : Went.resting(Rest.SHORT);
    }

    private static boolean isThere(Standing standing, Stored stored) {
        return standing.state() == stored.outcome().state()
                && standing.attempt() == stored.outcome().attempt();
    }

    /** Receipted, but the card company has let the hold go: the authority voids the pieces, then the order is undone. */
    Went giveUp(OrderFacts facts) {
        if (!voids.voidAll(facts.order(), facts.standing().attempt())) {
            steps.waits(facts.standing(), WaitsFor.AUTHORITY);
            return Went.resting(Rest.SHORT);
        }
        return paying.undo(
                facts, Undoing.declined(ProblemKind.CARD_DECLINED, "The card company no longer held the amount."));
    }
}
