package org.stampwright.postage.franking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.stampwright.postage.ledger.Unfrankable;
import org.stampwright.postage.ledger.WaitingOrder;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.worker.AttemptsInFlight;
import org.stampwright.postage.worker.OwnedPsds;

/** Queues a claimed order at the PSD that is to frank it, at most once at a time. */
@ApplicationScoped
public class FrankingQueue {

    @Inject
    ClaimedOrders orders;

    @Inject
    OwnedPsds psds;

    @Inject
    AttemptsInFlight inFlight;

    /** Returns whether this instance can frank. */
    boolean isReady() {
        return psds.isReady();
    }

    /**
     * Registers an attempt as in flight on this instance.
     *
     * @return false if it is in flight already; a caller that gets true must queue the attempt or release it
     */
    boolean enter(OrderRef attempt) {
        return inFlight.enter(attempt);
    }

    /**
     * Queues the attempt at one of the PSDs of this instance.
     *
     * @return false if no PSD is at work here
     * @throws Unfrankable if the order cannot be franked
     */
    boolean put(OrderRef attempt) {
        WaitingOrder waiting = orders.read(attempt);
        return psds.select(waiting.total()).filter(psd -> psd.accept(waiting)).isPresent();
    }

    void sendAway(OrderRef attempt) {
        inFlight.leave(attempt);
    }

    /** Waits at most this long until the order has its receipt or this attempt was given up. */
    void await(OrderRef attempt, Duration atMost) {
        inFlight.await(attempt, atMost);
    }
}
