package org.stampwright.postage.franking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.server.Candidate;
import org.stampwright.postage.server.ServerSystems;

/**
 * Has an order franked by a server system: selects one, hands over, and tries the next if one refuses. A claimed order
 * is handed to its claimant again, which returns the stored outcome. If the claimant is dead or cannot continue, the
 * claim is taken back first; not so if it is only overloaded. Never call it inside a transaction; repeated calls are
 * safe.
 */
@ApplicationScoped
public class HandOvers {

    private static final Logger LOG = System.getLogger(HandOvers.class.getName());

    @Inject
    ServerSystems systems;

    @Inject
    HandOverClient client;

    @Inject
    OrderTransitions orders;

    /** @throws java.util.NoSuchElementException if there is no such order */
    public HandOverOutcome handOver(UUID order) {
        OrderSnapshot current = orders.find(order).orElseThrow();
        if (current.state() == OrderState.HELD) {
            return offerInTurn(order);
        }
        if (!OrderState.UNDERWAY.contains(current.state())) {
            return stored(current);
        }
        Optional<Candidate> claimant = systems.living(current.frankedBy());
        return claimant.isPresent() ? offerAgain(order, current, claimant.get()) : leftBehind(order, current);
    }

    private HandOverOutcome offerAgain(UUID order, OrderSnapshot current, Candidate claimant) {
        HandOverOffer offer = client.offer(claimant, order);
        if (offer instanceof HandOverOffer.Taken taken) {
            return new HandOverOutcome.Stored(taken.outcome());
        }
        if (offer instanceof HandOverOffer.Refused refused) {
            LOG.log(Level.INFO, "Order {0} cannot continue on its claimant: {1}", order, refused.why());
            return leftBehind(order, current);
        }
        return new HandOverOutcome.Unknown(offer.toString());
    }

    /**
     * A claimed order has no content yet and may go to another server system; a late franking of the old attempt
     * changes nothing. A franked order is finished by the current owner of its PSD.
     */
    private HandOverOutcome leftBehind(UUID order, OrderSnapshot current) {
        if (current.state() == OrderState.CLAIMED && orders.givenBack(current.ref(), null, null)) {
            LOG.log(Level.INFO, "Order {0} was taken back at attempt {1}", order, current.attempt());
            return offerInTurn(order);
        }
        return orders.find(order).map(HandOvers::stored).orElseThrow();
    }

    private HandOverOutcome offerInTurn(UUID order) {
        List<Candidate> candidates = systems.selectionOrder();
        String why = "no admitted server system that processes is alive";
        for (Candidate candidate : candidates) {
            HandOverOffer offer = client.offer(candidate, order);
            if (offer instanceof HandOverOffer.Taken taken) {
                return new HandOverOutcome.Stored(taken.outcome());
            }
            why = offer.toString();
            LOG.log(Level.INFO, "No server system took order {0}: {1}", order, why);
            if (offer instanceof HandOverOffer.NotMade) {
                break;
            }
            if (orders.find(order).orElseThrow().state() != OrderState.HELD) {
                return new HandOverOutcome.Unknown(why);
            }
        }
        return new HandOverOutcome.NobodyTook(why);
    }

    private static HandOverOutcome stored(OrderSnapshot current) {
        return new HandOverOutcome.Stored(FrankingOutcome.of(current));
    }
}
