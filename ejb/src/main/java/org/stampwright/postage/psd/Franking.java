package org.stampwright.postage.psd;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.payment.CardHold;
import org.stampwright.postage.payment.CardSaid;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.server.ThisInstance;

/**
 * The receiving side of a hand-over: takes an order from held to receipted on this instance and answers what its row says.
 * Idempotent: whoever asks again gets the stored outcome, or waits for the same franking. Whoever handed it over, this
 * side itself asks the card company before anything is debited.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Franking {

    private static final Logger LOG = System.getLogger(Franking.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @Inject
    OrderClaims claims;

    @Inject
    CardHold cards;

    @Inject
    FrankingQueue queue;

    @Inject
    ThisInstance instance;

    /**
     * Claims the order, franks it, and waits some seconds for its receipt.
     *
     * @throws NotProcessing if this instance cannot frank now
     * @throws NoSuchOrder if there is no such order
     */
    public FrankingOutcome frank(UUID order) {
        OrderStanding standing = standing(order);
        if (standing.isHeld()) {
            claim(order, standing);
            standing = standing(order);
        }
        if (standing.isUnderway() && standing.frankedBy() == instance.id()) {
            OrderAttempt attempt = new OrderAttempt(order, standing.attempt());
            if (standing.isClaimed() && !goOn(attempt)) {
                throw new NotProcessing("no PSD is at work here");
            }
            queue.await(attempt, PATIENCE);
        }
        return FrankingOutcome.of(standing(order));
    }

    private OrderStanding standing(UUID order) {
        return claims.standing(order).orElseThrow(() -> new NoSuchOrder(order));
    }

    private void claim(UUID order, OrderStanding standing) {
        if (!queue.isReady()) {
            throw new NotProcessing("no PSD is at work here");
        }
        if (!claims.claim(order, standing.attempt(), instance.id())
                && claims.standing(order)
                        .filter(now -> now.isHeld() && now.attempt() == standing.attempt())
                        .isPresent()) {
            throw new NotProcessing("this server system is not admitted, or the vendor may not sell");
        }
    }

    /** Takes an order up again if this instance has claimed it and is not at it. */
    public void resume(UUID order) {
        claims.standing(order)
                .filter(standing -> standing.isClaimed() && standing.frankedBy() == instance.id())
                .ifPresent(standing -> goOn(new OrderAttempt(order, standing.attempt())));
    }

    /** @return false if no PSD is at work here */
    private boolean goOn(OrderAttempt attempt) {
        if (!queue.enter(attempt)) {
            return true;
        }
        boolean stays = false;
        try {
            boolean stands = holdStands(attempt.id(), attempt.attempt());
            stays = stands && queue.put(attempt);
            return stays || !stands;
        } catch (Unfrankable cannot) {
            LOG.log(Level.ERROR, "An order is given back", cannot);
            claims.giveBack(attempt.id(), attempt.attempt(), Unfrankable.KIND, Unfrankable.detail());
            return true;
        } finally {
            if (!stays) {
                queue.sendAway(attempt);
            }
        }
    }

    /** Whether the hold stands; if it is unknown the order stays claimed and is asked about again, else it is given back. */
    private boolean holdStands(UUID order, int attempt) {
        CardSaid said = cards.ask(order);
        if (said instanceof CardSaid.Held || said instanceof CardSaid.Captured) {
            return true;
        }
        if (said instanceof CardSaid.Unknown || said instanceof CardSaid.Processing) {
            claims.waitsFor(order, attempt, WaitsFor.CARD);
        } else if (said instanceof CardSaid.Declined declined) {
            claims.giveBack(order, attempt, declined.kind(), declined.message());
        } else {
            claims.giveBack(order, attempt, ProblemKind.CARD_DECLINED, "The card company no longer holds the amount.");
        }
        return false;
    }
}
