package org.stampwright.postage.franking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.stampwright.postage.ledger.Unfrankable;
import org.stampwright.postage.ledger.WaitingOrder;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.worker.AttemptsInFlight;
import org.stampwright.postage.worker.OwnedPsds;

/** Puts a claimed order before the PSD that is to frank it, at most once at a time. */
@ApplicationScoped
public class FrankingQueue {

    @Inject
    ClaimedOrders orders;

    @Inject
    OwnedPsds psds;

    @Inject
    AttemptsInFlight inFlight;

    /** Whether this instance can frank. */
    boolean isReady() {
        return psds.isReady();
    }

    /** @return false if it is here already; whoever gets true puts it into a queue or sends it away */
    boolean enter(OrderRef attempt) {
        return inFlight.enter(attempt);
    }

    /**
     * @return false if no PSD is at work here
     * @throws Unfrankable if the order is not one that can be franked
     */
    boolean put(OrderRef attempt) {
        WaitingOrder waiting = orders.read(attempt);
        return psds.select(waiting.total()).filter(psd -> psd.accept(waiting)).isPresent();
    }

    void sendAway(OrderRef attempt) {
        inFlight.leave(attempt);
    }

    /** Waits until the order has its receipt or this attempt was given up, at most so long. */
    void await(OrderRef attempt, Duration atMost) {
        inFlight.await(attempt, atMost);
    }
}
