package org.stampwright.postage.worker;

import jakarta.ejb.EJBException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.postage.indicium.RecordedContent;
import org.stampwright.postage.indicium.Records;
import org.stampwright.postage.ledger.Batch;
import org.stampwright.postage.ledger.Funding;
import org.stampwright.postage.ledger.FundingAnswer;
import org.stampwright.postage.ledger.Lease;
import org.stampwright.postage.ledger.OrdersAdvanced;
import org.stampwright.postage.ledger.Ownership;
import org.stampwright.postage.ledger.PsdLedger;
import org.stampwright.postage.ledger.ValueDownloads;
import org.stampwright.postage.ledger.WaitingOrder;
import org.stampwright.postage.ledger.WaitingPiece;
import org.stampwright.postage.licence.TestLicence;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.signing.CertifiedModule;
import org.stampwright.postage.signing.TestModule;

/** One PSD's owner on a test bench: a real module, a ledger kept in a list, an authority with prepared answers. */
public final class Bench {

    static final long OWNER = 1;
    public static final PsdSerial PSD = new PsdSerial(77);
    public static final LabelSerial SHEET = new LabelSerial("T000000000");

    public final CertifiedModule module;
    final Ledger ledger = new Ledger();
    final Claims claims = new Claims();
    final Funds funds = new Funds();
    final AttemptsInFlight inFlight = new AttemptsInFlight((driver, orders) -> {});
    Executor outside = Runnable::run;
    final List<Long> committed = new ArrayList<>();
    long nanos;
    final Lease lease = new Lease(() -> nanos, 0);

    public Bench(Path folder) {
        module = TestModule.in(folder, 11, 12);
    }

    /** The ledger as the database would keep it. */
    static final class Ledger extends PsdLedger {
        final List<SealedEntry> entries = new ArrayList<>();
        final List<RecordedContent> contents = new ArrayList<>();
        final Set<OrderRef> goneOrders = new HashSet<>();
        final Set<OrderRef> violating = new HashSet<>();
        final List<String> suspended = new ArrayList<>();
        RuntimeException beforeCommit;
        RuntimeException afterCommit;

        @Override
        public void debit(Batch batch, SealedEntry sealed) {
            Set<OrderRef> wentOn =
                    new HashSet<>(batch.orders().stream().map(WaitingOrder::ref).toList());
            wentOn.retainAll(goneOrders);
            if (!wentOn.isEmpty()) {
                throw new OrdersAdvanced(wentOn);
            }
            if (batch.orders().stream().map(WaitingOrder::ref).anyMatch(violating::contains)) {
                throw new EJBException(new SQLException("a constraint is violated", "23514"));
            }
            fail(beforeCommit);
            entries.add(sealed);
            contents.addAll(batch.contents());
            RuntimeException lostAnswer = afterCommit;
            afterCommit = null;
            fail(lostAnswer);
        }

        @Override
        public void fund(Funding granted, SealedEntry sealed) {
            entries.add(sealed);
        }

        @Override
        public boolean isRecorded(SealedEntry sealed) {
            return entries.contains(sealed);
        }

        @Override
        public boolean suspend(Ownership of, String because) {
            return suspended.add(because);
        }

        private static void fail(RuntimeException fault) {
            if (fault != null) {
                throw fault;
            }
        }
    }

    /** Orders given back, as "id reason". */
    static final class Claims extends OrderTransitions {
        final List<String> givenBack = new ArrayList<>();
        final List<UUID> waiting = new ArrayList<>();
        final Set<UUID> takenBack = new HashSet<>();

        @Override
        public boolean givenBack(OrderRef order, ProblemKind reason, String detail) {
            givenBack.add(order.id() + " " + (reason == null ? null : reason.slug()));
            return true;
        }

        @Override
        public boolean waits(OrderRef order, OrderState state, WaitsFor whom) {
            waiting.add(order.id());
            return !takenBack.contains(order.id());
        }
    }

    /** The authority's funds: records the requests and returns the prepared answer. */
    static final class Funds extends ValueDownloads {
        final List<Money> asked = new ArrayList<>();
        final List<Money> controlTotals = new ArrayList<>();
        Money balance = Money.ofMills(1_000_000);
        boolean silent;
        Funding leftOpen;
        int finishings;

        @Override
        public FundingAnswer download(LedgerEntry head, Money amount) {
            asked.add(amount);
            Money controlTotal = head.registers().controlTotal();
            controlTotals.add(controlTotal);
            if (silent) {
                return new FundingAnswer.Unknown();
            }
            if (amount.isMoreThan(balance)) {
                return new FundingAnswer.Refused(amount, "insufficient-funds");
            }
            balance = balance.minus(amount);
            return new FundingAnswer.Granted(
                    Funding.open(UUID.randomUUID(), head.psd().value(), amount, controlTotal));
        }

        @Override
        public Optional<FundingAnswer> finish(PsdSerial psd) {
            finishings++;
            return Optional.ofNullable(leftOpen)
                    .map(open -> silent ? new FundingAnswer.Unknown() : new FundingAnswer.Granted(open));
        }
    }

    /** Returns an owner that has just taken the PSD with this balance. */
    PsdOwner owner(long descending, TopUpAmounts topUp) {
        return owner(descending, topUp, Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));
    }

    PsdOwner owner(long descending, TopUpAmounts topUp, Clock clock) {
        LedgerEntry opened = opened();
        LedgerEntry head = descending > 0 ? opened.funded(Money.ofMills(descending)) : opened;
        return new PsdOwner(ownerContext(topUp, clock), lease, head, committed::add);
    }

    public LedgerEntry opened() {
        return LedgerEntry.opened(PSD, Money.ofMills(500_000), Money.ofMills(100_000), OWNER, 1, module.seal());
    }

    OwnerContext ownerContext(TopUpAmounts topUp, Clock clock) {
        return new OwnerContext(
                ledger,
                claims,
                funds,
                inFlight,
                module,
                TestLicence.number(42),
                topUp,
                clock,
                task -> outside.execute(task));
    }

    /** Returns a releaser that does nothing, with receipts up to this entry. */
    PsdReleaser releaser(PsdOwner owner, long receipted) {
        return new PsdReleaser(releaserContext(null), Ownership.saidBy(owner.head()), receipted, owner::isAtWork);
    }

    /** Returns a releaser's context with the ledger as its only source. */
    ReleaserContext releaserContext(Records records) {
        return new ReleaserContext(records, null, null, module, null, ledger, inFlight, Clock.systemUTC(), outside);
    }

    static TopUpAmounts noTopUp() {
        return new TopUpAmounts(Money.ofMills(1000), Money.ZERO);
    }

    PublicKey sealKey() {
        return module.module().publicKey(KeyUse.SEAL);
    }

    /** Returns an order of pieces of these values, on the positions from 1. */
    WaitingOrder order(long... mills) {
        List<WaitingPiece> pieces = new ArrayList<>();
        for (long value : mills) {
            pieces.add(new WaitingPiece(1, pieces.size() + 1, Money.ofMills(value), "FC"));
        }
        WaitingOrder order = new WaitingOrder(new OrderRef(UUID.randomUUID(), 1), SHEET, pieces);
        inFlight.enter(order.ref(), null);
        return order;
    }
}
