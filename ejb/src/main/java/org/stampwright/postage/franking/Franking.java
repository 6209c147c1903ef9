package org.stampwright.postage.franking;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import org.stampwright.postage.ledger.Unfrankable;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.payment.CardHold;
import org.stampwright.postage.payment.CardSaid;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.server.ThisInstance;

/**
 * The receiving side of a hand-over: takes an order from held to receipted on this instance and returns the state of
 * its row. Idempotent: a repeated request returns the stored outcome or waits for the franking in flight. This side
 * asks the card company itself before any debit, regardless of the caller.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Franking {

    private static final Logger LOG = System.getLogger(Franking.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @Inject
    OrderTransitions orders;

    @Inject
    CardHold cards;

    @Inject
    FrankingQueue queue;

    @Inject
    ThisInstance instance;

    /**
     * Claims the order, franks it, and waits a few seconds for its receipt.
     *
     * @throws NotProcessing if this instance cannot frank now
     * @throws NoSuchOrder if there is no such order
     */
    public FrankingOutcome frank(UUID id) {
        OrderSnapshot order = snapshot(id);
        if (order.state() == OrderState.HELD) {
            claim(order.ref());
            order = snapshot(id);
        }
        if (OrderState.UNDERWAY.contains(order.state()) && order.isFrankedBy(instance.id())) {
            if (order.state() == OrderState.CLAIMED && !goOn(order.ref())) {
                throw new NotProcessing("no PSD is at work here");
            }
            queue.await(order.ref(), PATIENCE);
        }
        return FrankingOutcome.of(snapshot(id));
    }

    private OrderSnapshot snapshot(UUID order) {
        return orders.find(order).orElseThrow(() -> new NoSuchOrder(order));
    }

    private void claim(OrderRef order) {
        if (!queue.isReady()) {
            throw new NotProcessing("no PSD is at work here");
        }
        if (orders.claimed(order, instance.id()).isEmpty()
                && orders.find(order.id())
                        .filter(now ->
                                now.state() == OrderState.HELD && now.ref().equals(order))
                        .isPresent()) {
            throw new NotProcessing("this server system is not admitted, or the vendor may not sell");
        }
    }

    /** Resumes an order that this instance has claimed and does not have in flight. */
    public void resume(UUID order) {
        orders.find(order)
                .filter(now -> now.state() == OrderState.CLAIMED && now.isFrankedBy(instance.id()))
                .ifPresent(now -> goOn(now.ref()));
    }

    /**
     * Queues the order.
     *
     * @return false if no PSD is at work here
     */
    private boolean goOn(OrderRef order) {
        if (!queue.enter(order)) {
            return true;
        }
        boolean stays = false;
        try {
            boolean stands = holdStands(order);
            stays = stands && queue.put(order);
            return stays || !stands;
        } catch (Unfrankable cannot) {
            LOG.log(Level.ERROR, "An order was given back", cannot);
            orders.givenBack(order, Unfrankable.KIND, Unfrankable.detail());
            return true;
        } finally {
            if (!stays) {
                queue.sendAway(order);
            }
        }
    }

    /**
     * Returns whether the hold stands. If that is unknown, the order stays claimed and is retried; otherwise it is
     * given back.
     */
    private boolean holdStands(OrderRef order) {
        CardSaid said = cards.ask(order.id());
        if (said instanceof CardSaid.Held || said instanceof CardSaid.Captured) {
            return true;
        }
        if (said instanceof CardSaid.Unknown || said instanceof CardSaid.Processing) {
            orders.waits(order, OrderState.CLAIMED, WaitsFor.CARD);
        } else if (said instanceof CardSaid.Declined declined) {
            orders.givenBack(order, declined.kind(), declined.message());
        } else {
            orders.givenBack(order, ProblemKind.CARD_DECLINED, "The card company no longer holds the amount.");
        }
        return false;
    }
}
