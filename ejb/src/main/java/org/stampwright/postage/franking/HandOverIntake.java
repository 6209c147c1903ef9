package org.stampwright.postage.franking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Where an order comes in that was handed over to this instance: at most 64 at a time. */
@ApplicationScoped
public class HandOverIntake {

    private static final int AT_ONCE = 64;

    private final Semaphore permits = new Semaphore(AT_ONCE);

    @Inject
    Franking franking;

    /**
     * What the order's row says after this instance has done what it could in some seconds.
     *
     * @throws TooBusy if it has too much to do: answer 503 of the kind overloaded
     * @throws org.stampwright.postage.franking.NotProcessing if it cannot frank now: answer 503 of another kind
     * @throws org.stampwright.postage.franking.NoSuchOrder if there is no such order: answer 404
     */
    public FrankingOutcome frank(UUID order) {
        if (!permits.tryAcquire()) {
            throw new TooBusy("too many hand-overs at once");
        }
        try {
            return franking.frank(order);
        } finally {
            permits.release();
        }
    }
}
