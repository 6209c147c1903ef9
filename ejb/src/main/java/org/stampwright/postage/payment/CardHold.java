package org.stampwright.postage.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.postage.batch.Batches;
import org.stampwright.postage.batch.OrdersUnderway;
import org.stampwright.postage.payment.CardSaid.Captured;
import org.stampwright.postage.payment.CardSaid.Declined;
import org.stampwright.postage.payment.CardSaid.Gone;
import org.stampwright.postage.payment.CardSaid.Held;
import org.stampwright.postage.payment.CardSaid.NeedsAction;
import org.stampwright.postage.payment.CardSaid.ToConfirm;
import org.stampwright.postage.payment.CardSaid.Unknown;
import org.stampwright.postage.payment.Created.Made;
import org.stampwright.postage.payment.Created.NotMade;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * The hold on a card for one order: opened, queried, captured or cancelled. Call it with no transaction open; it
 * records each answer in a short transaction of its own. Every request can be repeated at any time and by several
 * callers at once.
 */
@ApplicationScoped
public class CardHold {

    private static final System.Logger LOG = System.getLogger(CardHold.class.getName());
    private static final int MOST_AT_ONCE = 64;

    private final Payments payments;
    private final CardCompany company;
    private final Batches<Payments.Opening, PaymentView> openings;

    protected CardHold() {
        this(null, null, null);
    }

    @Inject
    CardHold(Payments payments, CardCompany company, OrdersUnderway underway) {
        this.payments = payments;
        this.company = company;
        this.openings = new Batches<>(MOST_AT_ONCE, underway, this::recordOpened);
    }

    /**
     * Opens or continues an intent and requests the hold: row committed, intent created, id committed, intent
     * confirmed.
     *
     * @param known the order's newest payment, or null if none has begun
     */
    public CardSaid holdByIntent(ToPay pay, PaymentView known) {
        Optional<PaymentView> begun = isOpening(known) && !payments.isUnheard(known)
                ? Optional.of(known)
                : payments.begin(pay.order(), PaymentKind.INTENT, pay.total());
        if (begun.isEmpty()) {
            return new Unknown("the order has advanced meanwhile");
        }
        if (begun.get().isAtCompany()) {
            return askAbout(begun.get());
        }
        PaymentView payment = opened(begun.get(), pay);
        return payment.isAtCompany() && payment.state().isLive()
                ? learn(payment, company.confirm(payment))
                : outcomeOf(payment);
    }

    private static boolean isOpening(PaymentView payment) {
        return payment != null && payment.state() == PaymentState.OPENING;
    }

    /**
     * Opens the hosted page, or finds the open one; the answer has its address once there is one. Empty if the order
     * can no longer be paid.
     */
    public Optional<PaymentView> openPage(ToPay pay) {
        return payments.begin(pay.order(), PaymentKind.SESSION, pay.total()).map(payment -> opened(payment, pay));
    }

    private List<PaymentView> recordOpened(List<Payments.Opening> made) {
        return payments.opened(made);
    }

    private PaymentView opened(PaymentView payment, ToPay pay) {
        if (payment.isAtCompany() || !payment.state().isLive()) {
            return payment;
        }
        Created created = payment.kind() == PaymentKind.SESSION
                ? company.createSession(payment, pay)
                : company.createIntent(payment, pay);
        if (created instanceof Made made) {
            return openings.submit(new Payments.Opening(payment, made));
        }
        CardSaid why = ((NotMade) created).why();
        if (why instanceof Declined declined) {
            return payments.ended(payment, PaymentState.DECLINED, declined.kind(), declined.message());
        }
        LOG.log(System.Logger.Level.WARNING, "payment of order {0} could not be opened: {1}", pay.order(), why);
        return payment;
    }

    private static CardSaid outcomeOf(PaymentView payment) {
        return payment.state().isLive() ? new Unknown("the card company did not answer") : outcomeOfEnded(payment);
    }

    /** Asks the company for the state of the order's payment; confirms an intent that waits for confirmation. */
    public CardSaid ask(UUID order) {
        Optional<PaymentView> live = payments.live(order);
        if (live.isEmpty()) {
            return payments.newest(order).map(CardHold::outcomeOfEnded).orElse(new Gone());
        }
        return live.get().isAtCompany()
                ? askAbout(live.get())
                : new Unknown("the card company has not confirmed it yet");
    }

    private CardSaid askAbout(PaymentView payment) {
        CardSaid said = retrieve(payment);
        return learn(payment, said instanceof ToConfirm ? company.confirm(payment) : said);
    }

    private static CardSaid outcomeOfEnded(PaymentView payment) {
        return payment.state() == PaymentState.DECLINED
                ? new Declined(payment.refusal(), payment.message())
                : new Gone();
    }

    private CardSaid retrieve(PaymentView payment) {
        if (payment.intentId() != null && payment.kind() == PaymentKind.INTENT) {
            return company.retrieveIntent(payment);
        }
        return remember(payment, company.retrieveSession(payment));
    }

    private CardSaid remember(PaymentView payment, CardCompany.Answered answered) {
        if (answered.intentId() != null && !answered.intentId().equals(payment.intentId())) {
            payments.paidBy(payment, answered.intentId());
        }
        return answered.said();
    }

    /** Records what concerns the payment alone; a hold and a capture are recorded together with the order. */
    private CardSaid learn(PaymentView payment, CardSaid said) {
        if (said instanceof NeedsAction action) {
            payments.requiresAction(payment, action.url());
        } else if (said instanceof Gone && payment.state() != PaymentState.CAPTURED) {
            payments.ended(payment, PaymentState.CANCELLED, null, null);
        }
        return said;
    }

    /**
     * Captures the amount; the caller records it together with the order. Returns Captured, or Gone when a cancel came
     * first, or Unknown.
     */
    public CardSaid capture(PaymentView payment) {
        if (payment.intentId() == null) {
            return new Unknown("no intent is known yet");
        }
        CardSaid said = company.capture(payment);
        return said instanceof Captured ? said : ask(payment.order());
    }

    /**
     * Makes sure that no amount is held: returns Gone, or Captured when a capture came first, or Unknown. A payment
     * whose creation was never answered may exist, so it is created again under its key, to be closed. If that is not
     * answered either, it is left alone: it was never confirmed, and its page was never shown.
     *
     * @param end the payment's final state
     */
    public CardSaid letGo(ToPay pay, PaymentState end, ProblemKind refusal, String message) {
        Optional<PaymentView> live = payments.live(pay.order())
                .map(payment -> opened(payment, pay))
                .map(payment -> payment.isAtCompany() ? payment : payments.forgone(payment, end, refusal, message))
                .filter(payment -> payment.state().isLive());
        if (live.isEmpty()) {
            return new Gone();
        }
        CardSaid said = close(live.get());
        Optional<PaymentView> left = payments.live(pay.order());
        if (said instanceof Gone && left.isPresent()) {
            payments.ended(left.get(), end, refusal, message);
        } else if (said instanceof Captured) {
            payments.captured(live.get());
        }
        return said;
    }

    private CardSaid close(PaymentView payment) {
        if (payment.kind() == PaymentKind.SESSION && payment.intentId() == null) {
            CardSaid said = remember(payment, company.expire(payment));
            if (said instanceof Gone) {
                return said;
            }
            said = retrieve(payment);
            if (!(said instanceof Held)) {
                return said;
            }
        }
        PaymentView now = payments.live(payment.order()).orElse(payment);
        CardSaid said = company.cancel(now);
        return said instanceof Gone ? said : company.retrieveIntent(now);
    }
}
