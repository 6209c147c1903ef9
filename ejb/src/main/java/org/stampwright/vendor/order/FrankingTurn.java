package org.stampwright.vendor.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The steps of an order between the hold and the authority's receipt, which server systems do. */
@ApplicationScoped
class FrankingTurn {

    private final OrderSteps steps;

    protected FrankingTurn() {
        this(null);
    }

    @Inject
    FrankingTurn(OrderSteps steps) {
        this.steps = steps;
    }

    /** Held: waits for a server system. */
    Went turn(OrderFacts facts) {
        steps.waits(facts.standing(), "server-system");
        return Went.resting(Rest.SHORT);
    }

    /** Claimed, franked or signed: its server system is at it. */
    Went recover(OrderFacts facts) {
        return Went.resting(Rest.SHORT);
    }

    /** Receipted, but the card company has let the hold go: the attempt's pieces must be voided first. */
    Went giveUp(OrderFacts facts) {
        steps.waits(facts.standing(), "authority");
        return Went.resting(Rest.LONG);
    }
}
