package org.stampwright.vendor.psd;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.vendor.server.ThisInstance;

/**
 * The receiving side of a hand-over: takes an order from held to receipted on this instance and answers what its row says.
 * Idempotent: whoever asks again gets the stored outcome, or waits for the same franking.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Franking {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @Inject
    OrderClaims claims;

    @Inject
    ClaimedOrders orders;

    @Inject
    OwnedPsds psds;

    @Inject
    WaitingRoom room;

    @Inject
    ThisInstance instance;

    /**
     * Claims the order, franks it, and waits some seconds for its receipt.
     *
     * @throws NotProcessing if this instance cannot frank now; the order is untouched
     * @throws NoSuchElementException if there is no such order
     */
    public FrankingOutcome frank(UUID order) {
        OrderStanding standing = claims.standing(order).orElseThrow();
        if (standing.isHeld()) {
            claim(order, standing);
            standing = claims.standing(order).orElseThrow();
        }
        if (standing.isUnderway() && standing.frankedBy() == instance.id()) {
            if (standing.isClaimed()) {
                goOn(order, standing.attempt());
            }
            room.await(order, PATIENCE);
        }
        return FrankingOutcome.of(claims.standing(order).orElseThrow());
    }

    private void claim(UUID order, OrderStanding standing) {
        if (!psds.isReady()) {
            throw new NotProcessing("no PSD is at work here");
        }
        if (!claims.claim(order, standing.attempt(), instance.id())
                && claims.standing(order).filter(now -> now.isHeld() && now.attempt() == standing.attempt()).isPresent()) {
            throw new NotProcessing("this server system is not admitted");
        }
    }

    /** Takes up again what this instance has claimed and is not at. */
    public void resume() {
        for (UUID order : claims.claimedBy(instance.id())) {
            claims.standing(order)
                    .filter(standing -> standing.isClaimed() && standing.frankedBy() == instance.id())
                    .ifPresent(standing -> goOn(order, standing.attempt()));
        }
    }

    private void goOn(UUID order, int attempt) {
        if (!room.enter(order)) {
            return;
        }
        boolean accepted = false;
        try {
            WaitingOrder waiting = orders.read(order, attempt);
            Optional<PsdOwner> owner = psds.select(waiting.total());
            owner.ifPresent(psd -> psd.accept(waiting));
            accepted = owner.isPresent();
        } finally {
            if (!accepted) {
                room.leave(order);
            }
        }
    }
}
