package org.stampwright.postage.franking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.OrderTransitions.Claim;
import org.stampwright.postage.server.Candidate;
import org.stampwright.postage.server.ServerSystems;
import org.stampwright.postage.worker.OrderNotices;

/**
 * Hands a claimed order over to its claimant and waits for the end of its franking. The hand-over is only a hint: the
 * claim in the database decides, and the claimant finds it there too. If the claimant is dead or refuses, the claim is
 * taken back and the next server system in the list gets the order. Never call it inside a transaction; repeated calls
 * are safe.
 */
@ApplicationScoped
public class HandOvers {

    private static final Logger LOG = System.getLogger(HandOvers.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @Inject
    ServerSystems systems;

    @Inject
    HandOverClient client;

    @Inject
    OrderTransitions orders;

    @Inject
    OrderNotices notices;

    /** Hands over an order that is claimed, franked or signed. */
    public HandOverOutcome handOver(OrderSnapshot order) {
        Optional<Candidate> claimant = systems.living(order.frankedBy());
        if (claimant.isEmpty()) {
            return passOn(order, "its claimant is not alive");
        }
        try (OrderNotices.Wait wait = notices.expect(order.id())) {
            HandOverOffer offer = client.offer(claimant.get(), order.id());
            if (offer instanceof HandOverOffer.Refused refused) {
                return passOn(order, refused.why());
            }
            if (offer instanceof HandOverOffer.NoAnswer silent) {
                return new HandOverOutcome.Unknown(silent.why());
            }
            wait.await(PATIENCE);
            return stored(order.id());
        }
    }

    /**
     * A claimed order has no content yet and may go to another server system; a late franking of the old attempt
     * changes nothing. A franked order is finished by the current owner of its PSD.
     */
    private HandOverOutcome passOn(OrderSnapshot order, String why) {
        if (order.state() != OrderState.CLAIMED || !orders.givenBack(order.ref(), null, null)) {
            return stored(order.id());
        }
        LOG.log(Level.INFO, "Order {0} was taken back at attempt {1}: {2}", order.id(), order.attempt(), why);
        for (Candidate next : systems.successors(order.frankedBy())) {
            OrderRef held = orders.find(order.id()).orElseThrow().ref();
            Optional<OrderSnapshot> claimed =
                    orders.claimed(List.of(new Claim(held, next.id()))).get(0);
            if (claimed.isEmpty()) {
                return stored(order.id());
            }
            try (OrderNotices.Wait wait = notices.expect(order.id())) {
                HandOverOffer offer = client.offer(next, order.id());
                if (offer instanceof HandOverOffer.Taken) {
                    wait.await(PATIENCE);
                    return stored(order.id());
                }
                if (!(offer instanceof HandOverOffer.Refused)
                        || !orders.givenBack(claimed.get().ref(), null, null)) {
                    return stored(order.id());
                }
            }
        }
        return new HandOverOutcome.Refused(why);
    }

    private HandOverOutcome stored(UUID order) {
        return new HandOverOutcome.Stored(orders.find(order).orElseThrow());
    }
}
