package org.stampwright.postage.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.stampwright.postage.batch.FaultCause;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.WaitsFor;

/**
 * Advances an order as far as possible now, as the only class. Request, webhook, return page and
 * {@link OrderRecoveryJob} all call it, any number of times and on any number of instances. The instance is meanwhile
 * the order's driver and extends its lease in time; within the instance one thread advances an order. The lease only
 * saves work, since each step is a conditional update anyway. No transaction is open here, so none is open while the
 * card company, the authority or another server system is asked.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class OrderProgress {

    private static final System.Logger LOG = System.getLogger(OrderProgress.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration LEASE_AGE = OrderTransitions.LEASE.dividedBy(6);
    private static final Duration LONGEST_CANCEL = Duration.ofSeconds(15);

    private final OrderTransitions orders;
    private final OrdersInHand inHand;
    private final PaymentStep payment;
    private final FrankingStep franking;
    private final CaptureStep capture;

    protected OrderProgress() {
        this(null, null, null, null, null);
    }

    @Inject
    OrderProgress(
            OrderTransitions orders,
            OrdersInHand inHand,
            PaymentStep payment,
            FrankingStep franking,
            CaptureStep capture) {
        this.orders = orders;
        this.inHand = inHand;
        this.payment = payment;
        this.franking = franking;
        this.capture = capture;
    }

    /**
     * Advances the order as far as possible now, unless another caller advances it; returns its state afterwards.
     */
    public OrderState advance(UUID order) {
        return advanceIfFree(order).map(OrderSnapshot::state).orElseGet(() -> read(order)
                .state());
    }

    /** Advances the order as far as possible now, unless another caller advances it. */
    public void hint(UUID order) {
        advanceIfFree(order);
    }

    /**
     * Repeats {@link #advance} until the order is settled or waits for the consumer, at most this long. While another
     * caller, such as a webhook, advances it, a row that waits for the consumer may be out of date.
     */
    public OrderState advanceUntilSettled(UUID order, Duration atMost) {
        long began = System.nanoTime();
        Optional<OrderSnapshot> advanced = advanceIfFree(order);
        while (!advanced.map(OrderProgress::isAtRest).orElseGet(() -> isSettled(order))
                && System.nanoTime() - began < atMost.toNanos()) {
            pause();
            advanced = advanceIfFree(order);
        }
        return advanced.orElseGet(() -> read(order)).state();
    }

    private static boolean isAtRest(OrderSnapshot order) {
        return order.state().isSettled() || order.waitsFor() == WaitsFor.CONSUMER;
    }

    private boolean isSettled(UUID order) {
        return read(order).state().isSettled();
    }

    /** Returns the row afterwards; empty if another caller advances the order. */
    private Optional<OrderSnapshot> advanceIfFree(UUID order) {
        return inHand.with(order, this::advance);
    }

    private OrderSnapshot advance(OrdersInHand.InHand held) {
        OrderSnapshot now = held.order();
        Duration rest = RetryDelay.SHORT;
        try {
            StepResult result = StepResult.lookAgain();
            while (result.isOn() && now.state().isUnfinished() && held.renew(LEASE_AGE)) {
                result = step(now);
                now = Optional.ofNullable(result.next())
                        .orElseGet(() -> read(held.order().id()));
            }
            rest = result.isOn() ? rest : result.rest();
            return now;
        } finally {
            if (now.state().isUnfinished()) {
                held.rest(rest);
            }
        }
    }

    private StepResult step(OrderSnapshot order) {
        try {
            return switch (order.state()) {
                case PLACED, REQUIRES_ACTION -> payment.step(order);
                case HELD -> franking.turn(order);
                case CLAIMED, FRANKED, SIGNED -> franking.follow(order);
                case RECEIPTED -> capture.step(order);
                case CAPTURED -> capture.release(order);
                case DRAFT, RELEASED, PRINTED, DECLINED, CANCELLED, EXPIRED -> StepResult.resting(RetryDelay.LONG);
            };
        } catch (RuntimeException fault) {
            if (FaultCause.of(fault) != FaultCause.DATA) {
                throw fault;
            }
            return setAside(order, fault);
        }
    }

    /** An order that the database cannot take as it stands waits for the operator and is retried seldom. */
    private StepResult setAside(OrderSnapshot order, RuntimeException fault) {
        LOG.log(System.Logger.Level.ERROR, "order " + order.id() + " cannot be committed and is set aside", fault);
        orders.waits(order.ref(), order.state(), WaitsFor.OPERATOR);
        return StepResult.resting(RetryDelay.LONG);
    }

    /** Undoes an order that is not claimed yet, if the card company releases its hold; returns its state afterwards. */
    public OrderState cancel(UUID order) {
        long began = System.nanoTime();
        Optional<OrderState> cancelled = cancelIfFree(order);
        while (cancelled.isEmpty() && System.nanoTime() - began < LONGEST_CANCEL.toNanos()) {
            pause();
            cancelled = cancelIfFree(order);
        }
        return cancelled.orElseGet(() -> read(order).state());
    }

    private Optional<OrderState> cancelIfFree(UUID id) {
        return inHand.with(id, held -> {
            OrderSnapshot now = held.order();
            try {
                if (now.state() == OrderState.DRAFT || now.state().isUnpaid() || now.state() == OrderState.HELD) {
                    payment.undo(now, OrderEnding.cancelled());
                }
            } finally {
                held.rest(Duration.ZERO);
            }
            return read(id).state();
        });
    }

    private OrderSnapshot read(UUID order) {
        return orders.find(order).orElseThrow(() -> new IllegalArgumentException("there is no order " + order));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
