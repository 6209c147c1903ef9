package org.stampwright.postage.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.payment.CardHold;
import org.stampwright.postage.payment.CardSaid;
import org.stampwright.postage.payment.CardSaid.Captured;
import org.stampwright.postage.payment.CardSaid.Gone;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * Takes an order further, as far as it goes now. The only one who does: request, webhook, return page and sweep call it,
 * as often and on as many instances as they like. It holds the order's lease meanwhile and renews it in time;
 * that only saves work, since each step is a conditional update anyway. No transaction is open here, so none is open
 * while card company, authority or another server system is asked.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class OrderProgress {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration LEASE_AGE = OrderSteps.LEASE.dividedBy(6);
    private static final Duration LONGEST_CANCEL = Duration.ofSeconds(15);

    private final OrderSteps steps;
    private final Paying paying;
    private final FrankingTurn franking;
    private final CardHold cards;
    private final Clock clock;

    protected OrderProgress() {
        this(null, null, null, null, null);
    }

    @Inject
    OrderProgress(OrderSteps steps, Paying paying, FrankingTurn franking, CardHold cards, Clock clock) {
        this.steps = steps;
        this.paying = paying;
        this.franking = franking;
        this.cards = cards;
        this.clock = clock;
    }

    /** Takes the order as far as it goes now, unless somebody else is at it; answers where it stands then. */
    public OrderState advance(UUID order) {
        goOnIfFree(order);
        return state(order);
    }

    /**
     * The same again and again until it is settled or waits for the consumer, at most that long. While somebody else is at
     * it, a webhook for instance, what the row says of the consumer is what was known before.
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
        return steps.facts(order)
                .filter(facts -> facts.state().isSettled() || asked && facts.waitsFor() == WaitsFor.CONSUMER)
                .isPresent();
    }

    /** False if somebody else is at it. */
    private boolean goOnIfFree(UUID order) {
        String holder = UUID.randomUUID().toString();
        if (!steps.lease(order, holder)) {
            return false;
        }
        Duration rest = Rest.SHORT;
        try {
            rest = goOn(order, holder);
        } finally {
            steps.rest(order, holder, rest);
        }
        return true;
    }

    private Duration goOn(UUID order, String holder) {
        Instant leased = clock.instant();
        while (true) {
            Optional<OrderFacts> facts = steps.facts(order);
            if (facts.isEmpty()) {
                return Rest.SHORT;
            }
            if (clock.instant().isAfter(leased.plus(LEASE_AGE))) {
                if (!steps.lease(order, holder)) {
                    return Rest.SHORT;
                }
                leased = clock.instant();
            }
            Went went = step(facts.get());
            if (!went.isOn()) {
                return went.rest();
            }
        }
    }

    private Went step(OrderFacts facts) {
        return switch (facts.state()) {
            case PLACED, REQUIRES_ACTION -> paying.step(facts);
            case HELD -> franking.turn(facts);
            case CLAIMED, FRANKED, SIGNED -> franking.recover(facts);
            case RECEIPTED -> capture(facts);
            case CAPTURED -> Went.on(steps.released(facts.standing()));
            case DRAFT, RELEASED, PRINTED, DECLINED, CANCELLED, EXPIRED -> Went.resting(Rest.LONG);
        };
    }

    private Went capture(OrderFacts facts) {
        CardSaid said = cards.capture(facts.order());
        if (said instanceof Captured) {
            return Went.on(steps.captured(facts.standing()));
        }
        if (said instanceof Gone) {
            return franking.giveUp(facts);
        }
        steps.waits(facts.standing(), WaitsFor.CARD);
        return Went.resting(Rest.SHORT);
    }

    /** Undoes an order that is not claimed yet, if the card company lets it go; answers where it stands then. */
    OrderState cancel(UUID order) {
        String holder = UUID.randomUUID().toString();
        Instant end = clock.instant().plus(LONGEST_CANCEL);
        while (!steps.lease(order, holder)) {
            if (clock.instant().isAfter(end)) {
                return state(order);
            }
            pause();
        }
        try {
            steps.facts(order)
                    .filter(facts -> facts.state() == OrderState.DRAFT
                            || facts.state().isUnpaid()
                            || facts.state() == OrderState.HELD)
                    .ifPresent(
                            facts -> paying.undo(facts, Undoing.cancelled(ProblemKind.CANCELLED, "It was cancelled.")));
        } finally {
            steps.rest(order, holder, Duration.ZERO);
        }
        return state(order);
    }

    private OrderState state(UUID order) {
        return steps.facts(order)
                .map(OrderFacts::state)
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
