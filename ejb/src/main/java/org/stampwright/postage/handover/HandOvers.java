package org.stampwright.postage.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.postage.psd.FrankingOutcome;
import org.stampwright.postage.psd.OrderClaims;
import org.stampwright.postage.psd.OrderStanding;
import org.stampwright.postage.server.Candidate;
import org.stampwright.postage.server.ServerSystems;

/**
 * Has an order franked by a server system: selects one, hands over, passes over whoever refuses. An order that is claimed
 * already is handed to its claimant again, which answers with the stored outcome; from one that is dead, or cannot go on,
 * the claim is taken back first, but not from one that only has too much to do. Never call it inside a transaction; call
 * it as often as you like.
 */
@ApplicationScoped
public class HandOvers {

    private static final Logger LOG = System.getLogger(HandOvers.class.getName());

    @Inject
    ServerSystems systems;

    @Inject
    HandOverClient client;

    @Inject
    OrderClaims orders;

    /** @throws java.util.NoSuchElementException if there is no such order */
    public HandOverOutcome handOver(UUID order) {
        OrderStanding standing = orders.standing(order).orElseThrow();
        if (standing.isHeld()) {
            return offerInTurn(order);
        }
        if (!standing.isUnderway()) {
            return stored(standing);
        }
        Optional<Candidate> claimant = systems.living(standing.frankedBy());
        return claimant.isPresent() ? offerAgain(order, standing, claimant.get()) : leftBehind(order, standing);
    }

    private HandOverOutcome offerAgain(UUID order, OrderStanding standing, Candidate claimant) {
        Offer offer = client.offer(claimant, order);
        if (offer instanceof Offer.Taken taken) {
            return new HandOverOutcome.Stored(taken.outcome());
        }
        if (offer instanceof Offer.Refused refused) {
            LOG.log(Level.INFO, "Order {0} cannot go on where it is: {1}", order, refused.why());
            return leftBehind(order, standing);
        }
        return new HandOverOutcome.Unknown(offer.toString());
    }

    /**
     * A claimed order has no content yet and may go to another, and a franking that comes late for the old attempt hits
     * nothing; a franked one is finished by whoever owns its PSD then.
     */
    private HandOverOutcome leftBehind(UUID order, OrderStanding standing) {
        if (standing.isClaimed() && orders.giveBack(order, standing.attempt(), null, null)) {
            LOG.log(Level.INFO, "Order {0} was taken back at attempt {1}", order, standing.attempt());
            return offerInTurn(order);
        }
        return orders.standing(order).map(HandOvers::stored).orElseThrow();
    }

    private HandOverOutcome offerInTurn(UUID order) {
        List<Candidate> candidates = systems.selectionOrder();
        String why = "no server system is there that is admitted and processes";
        for (Candidate candidate : candidates) {
            Offer offer = client.offer(candidate, order);
            if (offer instanceof Offer.Taken taken) {
                return new HandOverOutcome.Stored(taken.outcome());
            }
            why = offer.toString();
            LOG.log(Level.INFO, "Order {0} is not taken: {1}", order, why);
            if (offer instanceof Offer.NotMade) {
                break;
            }
            if (!orders.standing(order).orElseThrow().isHeld()) {
                return new HandOverOutcome.Unknown(why);
            }
        }
        return new HandOverOutcome.NobodyTook(why);
    }

    private static HandOverOutcome stored(OrderStanding standing) {
        return new HandOverOutcome.Stored(
                new FrankingOutcome(standing.state(), standing.attempt(), standing.reason(), standing.detail()));
    }
}
