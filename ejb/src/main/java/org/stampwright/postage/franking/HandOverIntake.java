package org.stampwright.postage.franking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Receives orders that are handed over to this instance, at most 64 at a time. */
@ApplicationScoped
public class HandOverIntake {

    private static final int AT_ONCE = 64;

    private final Semaphore permits = new Semaphore(AT_ONCE);

    @Inject
    Franking franking;

    /**
     * Returns the state of the order's row after this instance has worked on it for at most a few seconds.
     *
     * @throws TooBusy if this instance is overloaded: answer 503 of the kind overloaded
     * @throws org.stampwright.postage.franking.NotProcessing if this instance cannot frank now: answer 503 of another
     *     kind
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
