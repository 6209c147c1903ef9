package org.stampwright.postage.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.stampwright.postage.orderstate.OrderState;
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
import org.stampwright.postage.refusal.ProblemKind;

/** The steps of an order in which it waits for the card: placed, requires-action, and its undoing. */
@ApplicationScoped
class Paying {

    private static final System.Logger LOG = System.getLogger(Paying.class.getName());

    private final OrderSteps steps;
    private final Payments payments;
    private final CardHold cards;
    private final Clock clock;

    protected Paying() {
        this(null, null, null, null);
    }

    @Inject
    Paying(OrderSteps steps, Payments payments, CardHold cards, Clock clock) {
        this.steps = steps;
        this.payments = payments;
        this.cards = cards;
        this.clock = clock;
    }

    /** One step of a placed order, or of one that waits for the consumer's bank. */
    Went step(OrderFacts facts) {
        Optional<PaymentView> newest = payments.newest(facts.order());
        boolean toOpen = newest.isEmpty() || newest.get().state() == PaymentState.OPENING;
        if (toOpen && facts.overdue()) {
            return undo(
                    facts,
                    Undoing.expired(
                            newest.isEmpty()
                                    ? "Nobody went to pay within five minutes."
                                    : "The card company did not answer within five minutes. Nothing was charged."));
        }
        if (newest.isEmpty() && facts.channel() == Channel.STOREFRONT) {
            return rest(facts, WaitsFor.CONSUMER, Rest.LONG);
        }
        return react(facts, newest.orElse(null), toOpen ? open(facts) : cards.ask(facts.order()));
    }

    /** Committed but perhaps never created: created (again) under its key. */
    private CardSaid open(OrderFacts facts) {
        if (facts.channel() == Channel.API) {
            return cards.holdByIntent(facts.pay());
        }
        return cards.openPage(facts.pay()).filter(PaymentView::isAtCompany).isPresent()
                ? new StillOpen()
                : new CardSaid.Unknown("the page could not be opened yet");
    }

    private Went react(OrderFacts facts, PaymentView payment, CardSaid said) {
        if (said instanceof Held || said instanceof Captured) {
            return Went.on(steps.held(facts.standing()));
        }
        if (said instanceof Declined declined) {
            return undo(facts, Undoing.declined(declined.kind(), declined.message()));
        }
        if (said instanceof Gone) {
            return gone(facts);
        }
        if (said instanceof NeedsAction || said instanceof StillOpen) {
            return consumer(facts, payment, said);
        }
        if (said instanceof NotOurs notOurs) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "payment of order {0} does not count: {1}",
                    facts.order(),
                    notOurs.why());
            return rest(facts, WaitsFor.CARD, Rest.LONG);
        }
        return rest(facts, WaitsFor.CARD, Rest.SHORT);
    }

    private Went consumer(OrderFacts facts, PaymentView payment, CardSaid said) {
        if (payment != null && clock.instant().isAfter(payment.expiresAt())) {
            return undo(facts, Undoing.expired("It was not paid within 31 minutes."));
        }
        if (said instanceof NeedsAction && facts.state() == OrderState.PLACED) {
            return Went.on(steps.requiresAction(facts.standing()));
        }
        return rest(facts, WaitsFor.CONSUMER, Rest.LONG);
    }

    /** The company let it go by itself or because we asked before a crash. */
    private Went gone(OrderFacts facts) {
        return undo(
                facts,
                facts.channel() == Channel.STOREFRONT
                        ? Undoing.expired("The card company's page was closed before it was paid.")
                        : Undoing.cancelled(ProblemKind.CANCELLED, "The card company has cancelled the payment."));
    }

    /** Undoes the order: first the company lets everything go, then the labels are free. */
    Went undo(OrderFacts facts, Undoing undoing) {
        CardSaid said = facts.pay() == null
                ? new Gone()
                : cards.letGo(facts.pay(), undoing.payment(), undoing.reason(), undoing.detail());
        if (said instanceof Gone) {
            return Went.on(steps.undone(facts.standing(), undoing));
        }
        if (said instanceof Captured && facts.state().isUnpaid()) {
            return Went.on(steps.held(facts.standing()));
        }
        return rest(facts, WaitsFor.CARD, Rest.SHORT);
    }

    private Went rest(OrderFacts facts, WaitsFor waitsFor, Duration rest) {
        if (waitsFor != facts.waitsFor()) {
            steps.waits(facts.standing(), waitsFor);
        }
        return Went.resting(rest);
    }
}
