package org.stampwright.postage.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.payment.CardHold;
import org.stampwright.postage.payment.CardSaid;
import org.stampwright.postage.payment.CardSaid.Captured;
import org.stampwright.postage.payment.CardSaid.Gone;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * Advances an order as far as possible now, as the only class. Request, webhook, return page and
 * {@link OrderRecoveryJob} all call it, any number of times and on any number of instances. It holds the order's lease
 * meanwhile and renews it in time. The lease only saves work, since each step is a conditional update anyway. No
 * transaction is open here, so none is open while the card company, the authority or another server system is asked.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class OrderProgress {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration LEASE_AGE = OrderLeases.LEASE.dividedBy(6);
    private static final Duration LONGEST_CANCEL = Duration.ofSeconds(15);

    private final OrderTransitions orders;
    private final OrderSteps steps;
    private final OrderLeases leases;
    private final PaymentStep payment;
    private final FrankingStep franking;
    private final CardHold cards;
    private final Clock clock;

    protected OrderProgress() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    OrderProgress(
            OrderTransitions orders,
            OrderSteps steps,
            OrderLeases leases,
            PaymentStep payment,
            FrankingStep franking,
            CardHold cards,
            Clock clock) {
        this.orders = orders;
        this.steps = steps;
        this.leases = leases;
        this.payment = payment;
        this.franking = franking;
        this.cards = cards;
        this.clock = clock;
    }

    /**
     * Advances the order as far as possible now, unless another caller holds its lease; returns its state afterwards.
     */
    public OrderState advance(UUID order) {
        goOnIfFree(order);
        return state(order);
    }

    /**
     * Repeats {@link #advance} until the order is settled or waits for the consumer, at most this long. While another
     * caller, such as a webhook, holds the lease, a row that waits for the consumer may be out of date.
     */
    public OrderState advanceUntilSettled(UUID order, Duration atMost) {
        Instant end = clock.instant().plus(atMost);
        boolean asked = goOnIfFree(order);
        while (!isAtRest(order, asked) && clock.instant().isBefore(end)) {
            pause();
            asked = goOnIfFree(order);
        }
        return state(order);
    }

    private boolean isAtRest(UUID order, boolean asked) {
        return orders.find(order)
                .filter(now -> now.state().isSettled() || asked && now.waitsFor() == WaitsFor.CONSUMER)
                .isPresent();
    }

    /** Returns false if another caller holds the lease. */
    private boolean goOnIfFree(UUID order) {
        String holder = UUID.randomUUID().toString();
        if (!leases.take(order, holder)) {
            return false;
        }
        Duration rest = RetryDelay.SHORT;
        try {
            rest = goOn(order, holder);
        } finally {
            leases.rest(order, holder, rest);
        }
        return true;
    }

    private Duration goOn(UUID order, String holder) {
        Instant leased = clock.instant();
        while (true) {
            Optional<OrderSnapshot> found = orders.find(order);
            if (found.isEmpty()) {
                return RetryDelay.SHORT;
            }
            if (clock.instant().isAfter(leased.plus(LEASE_AGE))) {
                if (!leases.take(order, holder)) {
                    return RetryDelay.SHORT;
                }
                leased = clock.instant();
            }
            StepResult result = step(found.get());
            if (!result.isOn()) {
                return result.rest();
            }
        }
    }

    private StepResult step(OrderSnapshot order) {
        return switch (order.state()) {
            case PLACED, REQUIRES_ACTION -> payment.step(order);
            case HELD -> franking.turn(order);
            case CLAIMED, FRANKED, SIGNED -> franking.recover(order);
            case RECEIPTED -> capture(order);
            case CAPTURED -> StepResult.on(orders.released(order));
            case DRAFT, RELEASED, PRINTED, DECLINED, CANCELLED, EXPIRED -> StepResult.resting(RetryDelay.LONG);
        };
    }

    private StepResult capture(OrderSnapshot order) {
        CardSaid said = cards.capture(order.id());
        if (said instanceof Captured) {
            return StepResult.on(steps.captured(order));
        }
        if (said instanceof Gone) {
            return franking.giveUp(order);
        }
        orders.waits(order.ref(), order.state(), WaitsFor.CARD);
        return StepResult.resting(RetryDelay.SHORT);
    }

    /** Undoes an order that is not claimed yet, if the card company releases its hold; returns its state afterwards. */
    public OrderState cancel(UUID order) {
        String holder = UUID.randomUUID().toString();
        Instant end = clock.instant().plus(LONGEST_CANCEL);
        while (!leases.take(order, holder)) {
            if (clock.instant().isAfter(end)) {
                return state(order);
            }
            pause();
        }
        try {
            orders.find(order)
                    .filter(now ->
                            now.state() == OrderState.DRAFT || now.state().isUnpaid() || now.state() == OrderState.HELD)
                    .ifPresent(now ->
                            payment.undo(now, OrderEnding.cancelled(ProblemKind.CANCELLED, "It was cancelled.")));
        } finally {
            leases.rest(order, holder, Duration.ZERO);
        }
        return state(order);
    }

    private OrderState state(UUID order) {
        return orders.find(order)
                .map(OrderSnapshot::state)
                .orElseThrow(() -> new IllegalArgumentException("there is no order " + order));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
