package org.stampwright.postage.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.stampwright.postage.orderstate.Channel;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.payment.CardHold;
import org.stampwright.postage.payment.CardSaid;
import org.stampwright.postage.payment.CardSaid.Captured;
import org.stampwright.postage.payment.CardSaid.Declined;
import org.stampwright.postage.payment.CardSaid.Gone;
import org.stampwright.postage.payment.CardSaid.Held;
import org.stampwright.postage.payment.CardSaid.NeedsAction;
import org.stampwright.postage.payment.CardSaid.NotOurs;
import org.stampwright.postage.payment.CardSaid.StillOpen;
import org.stampwright.postage.payment.PaymentState;
import org.stampwright.postage.payment.PaymentView;
import org.stampwright.postage.payment.Payments;
import org.stampwright.postage.payment.ToPay;
import org.stampwright.postage.refusal.ProblemKind;

/** The steps of an order that waits for the card (placed, requires-action), and its undoing. */
@ApplicationScoped
public class PaymentStep {

    private static final System.Logger LOG = System.getLogger(PaymentStep.class.getName());

    private final OrderTransitions orders;
    private final OrderSteps steps;
    private final OrderClaims claims;
    private final Payments payments;
    private final CardHold cards;
    private final Clock clock;

    protected PaymentStep() {
        this(null, null, null, null, null, null);
    }

    @Inject
    PaymentStep(
            OrderTransitions orders,
            OrderSteps steps,
            OrderClaims claims,
            Payments payments,
            CardHold cards,
            Clock clock) {
        this.orders = orders;
        this.steps = steps;
        this.claims = claims;
        this.payments = payments;
        this.cards = cards;
        this.clock = clock;
    }

    /** Returns the payment request to the card company for the order, which has a total. */
    public static ToPay toPay(OrderSnapshot order) {
        return new ToPay(order.id(), order.total(), order.pieces(), order.paymentMethod(), order.email());
    }

    /** Takes one step of a placed order, or of one that waits for the consumer's bank. */
    StepResult step(OrderSnapshot order) {
        Optional<PaymentView> newest = payments.newest(order.id());
        boolean toOpen = newest.isEmpty() || newest.get().state() == PaymentState.OPENING;
        if (toOpen && order.overdue()) {
            return undo(
                    order,
                    OrderEnding.expired(
                            newest.isEmpty()
                                    ? "The payment was not started within five minutes."
                                    : "The card company did not answer within five minutes. Nothing was charged."));
        }
        if (newest.isEmpty() && order.channel() == Channel.STOREFRONT) {
            return rest(order, WaitsFor.CONSUMER, RetryDelay.LONG);
        }
        return react(order, newest.orElse(null), toOpen ? open(order, newest.orElse(null)) : cards.ask(order.id()));
    }

    /** Committed but perhaps never created at the company: creates it, possibly again, under its key. */
    private CardSaid open(OrderSnapshot order, PaymentView known) {
        if (order.channel() == Channel.API) {
            return cards.holdByIntent(toPay(order), known);
        }
        return cards.openPage(toPay(order)).filter(PaymentView::isAtCompany).isPresent()
                ? new StillOpen()
                : new CardSaid.Unknown("the page could not be opened yet");
    }

    private StepResult react(OrderSnapshot order, PaymentView payment, CardSaid said) {
        if (said instanceof Held || said instanceof Captured) {
            return held(order, payment);
        }
        if (said instanceof Declined declined) {
            return undo(order, OrderEnding.declined(declined.kind(), declined.message()));
        }
        if (said instanceof Gone) {
            return gone(order);
        }
        if (said instanceof NeedsAction || said instanceof StillOpen) {
            return consumer(order, payment, said);
        }
        if (said instanceof NotOurs notOurs) {
            LOG.log(System.Logger.Level.ERROR, "payment of order {0} does not count: {1}", order.id(), notOurs.why());
            return rest(order, WaitsFor.CARD, RetryDelay.LONG);
        }
        return rest(order, WaitsFor.CARD, RetryDelay.SHORT);
    }

    /** Records the hold; a payment that was begun in this step is read first. */
    private StepResult held(OrderSnapshot order, PaymentView known) {
        return Optional.ofNullable(known)
                .or(() -> payments.live(order.id()))
                .map(payment -> StepResult.to(claims.held(order, payment.number())))
                .orElseGet(StepResult::lookAgain);
    }

    private StepResult consumer(OrderSnapshot order, PaymentView payment, CardSaid said) {
        if (payment != null && clock.instant().isAfter(payment.expiresAt())) {
            return undo(order, OrderEnding.expired("It was not paid within 31 minutes."));
        }
        if (said instanceof NeedsAction && order.state() == OrderState.PLACED) {
            orders.requiresAction(order);
            return StepResult.lookAgain();
        }
        return rest(order, WaitsFor.CONSUMER, RetryDelay.LONG);
    }

    /** The company released it by itself, or at a request of ours before a crash. */
    private StepResult gone(OrderSnapshot order) {
        return undo(
                order,
                order.channel() == Channel.STOREFRONT
                        ? OrderEnding.expired("The card company's page was closed before it was paid.")
                        : OrderEnding.cancelled(ProblemKind.CANCELLED, "The card company has cancelled the payment."));
    }

    /** Undoes the order: the company releases every hold first, then the labels are freed. */
    StepResult undo(OrderSnapshot order, OrderEnding ending) {
        CardSaid said = order.total() == null
                ? new Gone()
                : cards.letGo(toPay(order), ending.payment(), ending.reason(), ending.detail());
        if (said instanceof Gone) {
            steps.undone(order, ending);
            return StepResult.lookAgain();
        }
        if (said instanceof Captured && order.state().isUnpaid()) {
            return held(order, null);
        }
        return rest(order, WaitsFor.CARD, RetryDelay.SHORT);
    }

    private StepResult rest(OrderSnapshot order, WaitsFor waitsFor, Duration rest) {
        if (waitsFor != order.waitsFor()) {
            orders.waits(order.ref(), order.state(), waitsFor);
        }
        return StepResult.resting(rest);
    }
}
