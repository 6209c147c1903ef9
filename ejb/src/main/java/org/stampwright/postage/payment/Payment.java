package org.stampwright.postage.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.stampwright.indicium.Money;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * One attempt to pay for an order. Life cycle: <em>opening</em> (committed before the card company is asked) →
 * <em>open</em> (its id there is known) → perhaps <em>requires-action</em> → <em>held</em> → <em>captured</em>, or else
 * <em>declined</em>, <em>cancelled</em>, <em>expired</em>. These three are reached only when the company answered that
 * no amount is held, or when it never confirmed the creation. That is safe: an unconfirmed intent holds nothing, and a
 * consumer cannot pay on a page that was never shown. At most one payment of an order is not in such a final state, so
 * an order is charged once.
 */
@Entity
@Table(name = "payment")
@IdClass(PaymentKey.class)
class Payment {

    /** The life of a hosted page and of an unconfirmed intent (the company requires at least 30 minutes for a page). */
    static final Duration LIFE = Duration.ofMinutes(31);

    /** The company's answer to the creation comes within this time or not at all; a page's life allows for it. */
    static final Duration CREATION = Duration.ofSeconds(45);

    @Id
    @Column(name = "order_id")
    private UUID order;

    @Id
    private int number;

    private String kind;
    private String state;

    @Column(name = "session_id")
    private String sessionId;

    @Column(name = "intent_id")
    private String intentId;

    private String url;
    private long amount;
    private long captured;
    private String refusal;
    private String message;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Version
    private long version;

    protected Payment() {}

    Payment(UUID order, int number, PaymentKind kind, Money amount, Instant now) {
        this.order = order;
        this.number = number;
        this.kind = kind.text();
        this.state = PaymentState.OPENING.text();
        this.amount = amount.mills();
        this.openedAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /**
     * Records that the company created it, before any further step there. A repeated request under the same key got the
     * same.
     */
    void openedAs(String session, String intent, String page) {
        if (Objects.equals(session, sessionId) && Objects.equals(intent, intentId)) {
            return;
        }
        require(PaymentState.OPENING);
        sessionId = session;
        intentId = intent;
        url = page;
        state = PaymentState.OPEN.text();
    }

    /** The intent behind a session shows only once the consumer has paid. */
    void paidBy(String intent) {
        if (intentId != null && !intentId.equals(intent)) {
            throw new IllegalStateException("payment " + number + " of " + order + " has intent " + intentId);
        }
        intentId = intent;
    }

    void requiresAction(String page) {
        if (isPaid()) {
            return;
        }
        require(PaymentState.OPEN, PaymentState.REQUIRES_ACTION);
        url = page;
        state = PaymentState.REQUIRES_ACTION.text();
    }

    void held() {
        if (isPaid()) {
            return;
        }
        require(PaymentState.OPEN, PaymentState.REQUIRES_ACTION);
        state = PaymentState.HELD.text();
    }

    /** Held or captured: a late, older answer of the company changes nothing. */
    private boolean isPaid() {
        return state() == PaymentState.HELD || state() == PaymentState.CAPTURED;
    }

    boolean isLive() {
        return state().isLive();
    }

    void captured() {
        require(PaymentState.OPEN, PaymentState.REQUIRES_ACTION, PaymentState.HELD, PaymentState.CAPTURED);
        captured = amount;
        state = PaymentState.CAPTURED.text();
    }

    /** Returns whether the company should have confirmed the creation by now. */
    boolean isUnheard(Instant now) {
        return state() == PaymentState.OPENING && now.isAfter(openedAt.plus(CREATION));
    }

    /** Ends a payment that the company has not confirmed. */
    void forgone(PaymentState end, ProblemKind kindOfRefusal, String words) {
        if (state() == PaymentState.OPENING) {
            endedAs(end, kindOfRefusal, words);
        }
    }

    /** Ends the payment without a charge; never after a capture. */
    void endedAs(PaymentState end, ProblemKind kindOfRefusal, String words) {
        require(PaymentState.OPENING, PaymentState.OPEN, PaymentState.REQUIRES_ACTION, PaymentState.HELD);
        if (end.isLive()) {
            throw new IllegalArgumentException(end + " is no end");
        }
        state = end.text();
        refusal = kindOfRefusal == null ? null : kindOfRefusal.slug();
        message = words;
    }

    private void require(PaymentState... expected) {
        for (PaymentState one : expected) {
            if (state().equals(one)) {
                return;
            }
        }
        throw new IllegalStateException("payment " + number + " of " + order + " is " + state);
    }

    private PaymentState state() {
        return PaymentState.of(state);
    }

    PaymentView view() {
        return new PaymentView(
                order,
                number,
                PaymentKind.of(kind),
                state(),
                sessionId,
                intentId,
                url,
                Money.ofMills(amount),
                expiresAt,
                ProblemKind.of(refusal),
                message);
    }
}
