package org.stampwright.postage.worker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.postage.ledger.Funding;
import org.stampwright.postage.ledger.FundingAnswer;
import org.stampwright.postage.ledger.WaitingOrder;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/**
 * Keeps one PSD funded: covers its waiting orders and keeps its descending register above the low-water mark. At most
 * one download is in flight, on another thread, so that debiting does not wait for it. If the authority refuses a usual
 * download, the next request is for only the amount that the order needs. Only the PSD's owner calls it, on its one
 * thread.
 */
final class TopUps {

    private static final Logger LOG = System.getLogger(TopUps.class.getName());
    private static final String SHORT_OF_FUNDS = "insufficient-funds";
    private static final Duration AFTER_SILENCE = Duration.ofSeconds(2);
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(60);

    private final OwnerContext at;
    private final Consumer<FundingAnswer> answers;
    private boolean asking;
    private boolean isLeftOpen;
    private Instant notBefore = Instant.MIN;
    private Instant noTopUpBefore = Instant.MIN;
    private Funding granted;
    private FundingAnswer.Refused refused;

    TopUps(OwnerContext at, Consumer<FundingAnswer> answers) {
        this.at = at;
        this.answers = answers;
    }

    /** Finishes a funding that the previous owner left open; retries it until its answer is known. */
    void finishOpen(LedgerEntry head) {
        ask(() -> at.funds().finish(head.psd()).orElse(null));
    }

    /** Takes the answer to a download; null if there was none. */
    void answered(FundingAnswer answer) {
        asking = false;
        isLeftOpen = answer instanceof FundingAnswer.Unknown;
        if (answer instanceof FundingAnswer.Granted grant) {
            granted = grant.funding();
        } else if (answer instanceof FundingAnswer.Refused refusal) {
            refused = refusal;
            LOG.log(Level.WARNING, "The authority refused a download of {0}: {1}", refusal.amount(), refusal.reason());
        } else if (answer instanceof FundingAnswer.Unknown) {
            notBefore = at.clock().instant().plus(AFTER_SILENCE);
        }
    }

    /** Returns a granted funding that is to be credited next, or null. */
    Funding granted() {
        return granted;
    }

    void credited() {
        granted = null;
    }

    /** Returns why this order can never be franked here; empty if it can be, now or later. */
    Optional<Refusal> refusal(LedgerEntry head, WaitingOrder order) {
        if (order.dearest().isMoreThan(head.maximumPostage()) || order.total().isMoreThan(head.maximumDescending())) {
            return Optional.of(Refusal.of(ProblemKind.VALUE_OUT_OF_RANGE, "This is more than one device may frank."));
        }
        if (refused == null || head.registers().covers(order.total())) {
            return Optional.empty();
        }
        boolean lessWouldDo =
                refused.reason().equals(SHORT_OF_FUNDS) && refused.amount().isMoreThan(needed(head, order));
        return lessWouldDo
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        ProblemKind.AUTHORITY_REFUSED,
                        "The postal authority grants no funds for this postage now (" + refused.reason() + ")."));
    }

    /**
     * Asks for funds if an order waits for them or the low-water mark is reached.
     *
     * @return those of the waiting orders examined that are no longer claimed at their attempt
     */
    List<WaitingOrder> seeTo(LedgerEntry head, List<WaitingOrder> waiting) {
        Instant now = at.clock().instant();
        boolean exactly = refused != null;
        if (exactly) {
            refused = null;
            noTopUpBefore = now.plus(AFTER_REFUSAL);
        }
        if (asking || granted != null || now.isBefore(notBefore)) {
            return List.of();
        }
        Optional<WaitingOrder> uncovered = waiting.stream()
                .filter(order -> !head.registers().covers(order.total()))
                .findFirst();
        if (uncovered.isPresent()) {
            Money needed = needed(head, uncovered.get());
            download(head, exactly ? needed : larger(needed, topUp(head)));
            return waiting.stream()
                    .filter(order -> !at.orders().waits(order.ref(), OrderState.CLAIMED, WaitsFor.AUTHORITY))
                    .toList();
        }
        if (isLeftOpen) {
            finishOpen(head);
        } else if (at.topUp().lowWater().isMoreThan(head.registers().descending())
                && !now.isBefore(noTopUpBefore)
                && !topUp(head).isZero()) {
            download(head, topUp(head));
        }
        return List.of();
    }

    private Money topUp(LedgerEntry head) {
        Money room = head.maximumDescending().minus(head.registers().descending());
        return room.isMoreThan(at.topUp().amount()) ? at.topUp().amount() : room;
    }

    private static Money needed(LedgerEntry head, WaitingOrder order) {
        return order.total().minus(head.registers().descending());
    }

    private static Money larger(Money one, Money other) {
        return one.isMoreThan(other) ? one : other;
    }

    private void download(LedgerEntry head, Money amount) {
        ask(() -> at.funds().download(head, amount));
    }

    private void ask(Supplier<FundingAnswer> question) {
        asking = true;
        try {
            at.outside().execute(() -> answers.accept(answerTo(question)));
        } catch (RejectedExecutionException rejected) {
            LOG.log(Level.WARNING, "A download will be requested later", rejected);
            answered(new FundingAnswer.Unknown());
        }
    }

    private static FundingAnswer answerTo(Supplier<FundingAnswer> question) {
        try {
            return question.get();
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "A download stays open", fault);
            return new FundingAnswer.Unknown();
        }
    }
}
