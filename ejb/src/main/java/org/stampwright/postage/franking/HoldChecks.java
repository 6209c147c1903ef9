package org.stampwright.postage.franking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.stampwright.postage.batch.WorkerThreads;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.payment.CardHold;
import org.stampwright.postage.payment.CardSaid;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.worker.AttemptsInFlight;

/**
 * Asks the card company whether it still holds the amounts of orders that were held for long before they came here, a
 * limited number at once. An order whose hold stands is queued; one whose hold is unknown stays claimed and is retried;
 * any other is given back.
 */
@ApplicationScoped
class HoldChecks {

    private static final Logger LOG = System.getLogger(HoldChecks.class.getName());
    private static final int AT_ONCE = 8;

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore threads = new Semaphore(AT_ONCE);

    @Inject
    WorkerThreads executor;

    @Inject
    CardHold cards;

    @Inject
    OrderTransitions orders;

    @Inject
    AttemptsInFlight inFlight;

    /**
     * Checks an attempt that is registered as in flight.
     *
     * @param queue takes it if its hold stands, and then releases it in any case; otherwise it is released here
     */
    void check(OrderRef attempt, Consumer<List<OrderRef>> queue) {
        waiting.add(() -> checkNow(attempt, queue));
        if (threads.tryAcquire()) {
            try {
                executor.execute(this::work);
            } catch (RejectedExecutionException stopping) {
                threads.release();
                throw stopping;
            }
        }
    }

    private void work() {
        try {
            for (Runnable check = waiting.poll(); check != null; check = waiting.poll()) {
                check.run();
            }
        } finally {
            threads.release();
        }
    }

    private void checkNow(OrderRef attempt, Consumer<List<OrderRef>> queue) {
        boolean stands = false;
        try {
            stands = stands(attempt);
            if (stands) {
                queue.accept(List.of(attempt));
            }
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Order " + attempt.id() + " will be retried", fault);
        } finally {
            if (!stands) {
                inFlight.leave(attempt);
            }
        }
    }

    private boolean stands(OrderRef order) {
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
