package org.stampwright.vendor.psd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Puts a claimed order before the PSD that is to frank it, at most once at a time. */
@ApplicationScoped
public class FrankingQueue {

    @Inject
    ClaimedOrders orders;

    @Inject
    OwnedPsds psds;

    @Inject
    WaitingRoom room;

    /** Whether this instance can frank. */
    boolean isReady() {
        return psds.isReady();
    }

    /** @return false if the order is here already; whoever gets true puts it into a queue or sends it away */
    boolean enter(UUID order) {
        return room.enter(order);
    }

    /** @return false if no PSD is at work here */
    boolean put(UUID order, int attempt) {
        WaitingOrder waiting = orders.read(order, attempt);
        return psds.select(waiting.total()).filter(psd -> psd.accept(waiting)).isPresent();
    }

    void sendAway(UUID order) {
        room.leave(order);
    }

    /** Waits until the order has its receipt or was given up, at most so long. */
    void await(UUID order, Duration atMost) {
        room.await(order, atMost);
    }
}
