package org.stampwright.postage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.Receipt;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.ledger.SignedReceipt;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.indicium.trust.P256;
import org.stampwright.postage.container.Shop;
import org.stampwright.postage.indicium.Committed;
import org.stampwright.postage.indicium.CommittedEntry;
import org.stampwright.postage.indicium.RecordedContent;
import org.stampwright.postage.indicium.Records;
import org.stampwright.postage.indicium.SignedPiece;
import org.stampwright.postage.ledger.Batch;
import org.stampwright.postage.ledger.EntryIntake;
import org.stampwright.postage.ledger.LedgerMismatch;
import org.stampwright.postage.ledger.Ownership;
import org.stampwright.postage.ledger.Releases;
import org.stampwright.postage.ledger.WaitingOrder;
import org.stampwright.postage.ledger.WaitingPiece;
import org.stampwright.postage.licence.TestLicence;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.signing.CertifiedModule;
import org.stampwright.postage.signing.ModuleCertificates;
import org.stampwright.postage.signing.TestModule;

class PsdReleaserTest {

    private static final KeyPair AUTHORITY = P256.newKeyPair(new SecureRandom());

    @TempDir
    static Path folder;

    private CertifiedModule module;
    private CertifiedModule another;
    private final List<CommittedEntry> ledger = new ArrayList<>();
    private final Written written = new Written();
    private final Authority authority = new Authority();
    private final Bench.Ledger psdLedger = new Bench.Ledger();
    private final AtomicBoolean isOwner = new AtomicBoolean(true);
    private final Shop.TestClock clock = new Shop.TestClock();
    private long sealer = 1;
    private Executor outside = Runnable::run;

    /** The writes after the commits. */
    private static final class Written extends Releases {
        private final List<SignedPiece> pieces = new ArrayList<>();
        private final List<Long> receipts = new ArrayList<>();
        private final List<OrderRef> abandoned = new ArrayList<>();

        @Override
        public void signed(List<SignedPiece> signed) {
            pieces.addAll(signed);
        }

        @Override
        public List<OrderRef> receipted(List<SignedPiece> made, SignedReceipt signed, List<CommittedEntry> sent) {
            pieces.addAll(made);
            receipts.add(signed.receipt().entryNumber());
            return List.of();
        }

        @Override
        public boolean abandon(OrderRef order) {
            return abandoned.add(order);
        }
    }

    /** The authority's intake. */
    private static final class Authority extends EntryIntake {
        private final List<Long> received = new ArrayList<>();
        private boolean silent;
        private boolean hasAnotherLedger;
        private Runnable meanwhile = () -> {};
        private LedgerEntry newest;

        @Override
        public SignedReceipt send(PsdSerial psd, List<CommittedEntry> entries) throws IOException {
            meanwhile.run();
            if (silent) {
                throw new IOException("no answer");
            }
            if (hasAnotherLedger) {
                throw new LedgerMismatch("another head");
            }
            entries.forEach(entry -> received.add(entry.entry().number()));
            LedgerEntry last =
                    newest != null ? newest : entries.get(entries.size() - 1).entry();
            Receipt receipt = new Receipt(psd, last.number(), last.hash(), Instant.EPOCH);
            return new SignedReceipt(receipt, P256.sign(AUTHORITY.getPrivate(), receipt.encode()));
        }
    }

    private final class Certificates extends ModuleCertificates {
        @Override
        public Optional<PublicKey> sealKey(CertificateSerial serial, long serverSystem) {
            return serial.equals(module.seal()) && serverSystem == sealer
                    ? Optional.of(module.module().publicKey(KeyUse.SEAL))
                    : Optional.empty();
        }
    }

    private final class Reading extends Records {
        @Override
        public List<CommittedEntry> after(long psd, long number, int limit) {
            return ledger.stream()
                    .filter(entry -> entry.entry().number() > number)
                    .limit(limit)
                    .toList();
        }
    }

    @BeforeEach
    void open() {
        module = TestModule.in(folder, 11, 12);
        another = TestModule.in(folder, 21, 22);
        LedgerEntry opened =
                LedgerEntry.opened(Bench.PSD, Money.ofMills(500_000), Money.ofMills(100_000), 1, 1, module.seal());
        commit(opened, List.of(), module);
        commit(opened.funded(Money.ofMills(100_000)), List.of(), module);
    }

    private void commit(LedgerEntry entry, List<RecordedContent> contents, CertifiedModule sealer) {
        ledger.add(Committed.entry(new SealedEntry(entry, sealer.module().seal(entry)), contents));
    }

    private Batch batch(CertifiedModule signer) {
        WaitingOrder order = new WaitingOrder(
                new OrderRef(UUID.randomUUID(), 1),
                Bench.SHEET,
                List.of(
                        new WaitingPiece(1, 1, Money.ofMills(825), "FC"),
                        new WaitingPiece(1, 2, Money.ofMills(825), "FC")));
        LedgerEntry head = ledger.get(ledger.size() - 1).entry();
        return Batch.of(
                head,
                List.of(order),
                new Batch.Stationery(
                        TestLicence.number(42).letterhead(), signer.indicium(), java.time.LocalDate.of(2026, 11, 23)));
    }

    private PsdReleaser releaser(Clock clock) {
        ReleaserContext context = new ReleaserContext(
                new Reading(),
                written,
                new Certificates(),
                module,
                authority,
                psdLedger,
                new AttemptsInFlight((driver, orders) -> {}),
                clock,
                task -> outside.execute(task));
        return new PsdReleaser(context, new Ownership(Bench.PSD.value(), 1, 1), 0, isOwner::get);
    }

    private void release() {
        releaser(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)).step();
    }

    @Test
    void what_is_committed_is_signed_by_the_indicium_key_and_sent_and_receipted() {
        Batch batch = batch(module);
        commit(batch.entry(), batch.contents(), module);
        release();
        assertThat(written.pieces).hasSize(2).allSatisfy(piece -> assertThat(P256.verify(
                        module.module().publicKey(KeyUse.INDICIUM),
                        piece.recorded().content(),
                        piece.signature()))
                .isTrue());
        assertThat(authority.received).containsExactly(1L, 2L, 3L);
        assertThat(written.receipts).containsExactly(3L);
    }

    @Test
    void while_the_authority_does_not_answer_signing_continues_without_receipts_and_retries_back_off() {
        Batch batch = batch(module);
        commit(batch.entry(), batch.contents(), module);
        authority.silent = true;
        PsdReleaser releaser = releaser(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        releaser.step();
        authority.silent = false;
        releaser.step();
        assertThat(written.pieces).hasSize(2);
        assertThat(written.receipts)
                .as("the clock stands still, so the pause is not over")
                .isEmpty();
    }

    @Test
    void an_entry_without_its_owners_seal_is_never_signed_and_suspends_the_device() {
        Batch batch = batch(module);
        commit(batch.entry(), batch.contents(), another);
        release();
        assertThat(written.pieces).isEmpty();
        assertThat(authority.received).isEmpty();
        assertThat(psdLedger.suspended).hasSize(1).first().asString().contains("seal");
    }

    @Test
    void contents_other_than_the_sealed_ones_are_never_signed() {
        Batch batch = batch(module);
        Batch other = batch(module);
        List<RecordedContent> exchanged =
                List.of(batch.contents().get(0), batch.contents().get(0));
        commit(other.entry(), exchanged, module);
        release();
        assertThat(written.pieces).isEmpty();
        assertThat(psdLedger.suspended).hasSize(1).first().asString().contains("not those that were sealed");
    }

    @Test
    void contents_beside_which_another_order_or_line_stands_than_the_sealed_one_are_never_signed() {
        Batch batch = batch(module);
        RecordedContent first = batch.contents().get(0);
        RecordedContent second = batch.contents().get(1);
        RecordedContent moved = RecordedContent.of(second.decoded(), 3, second.order(), 1, 2);
        commit(batch.entry(), List.of(first, moved), module);
        release();
        assertThat(written.pieces).isEmpty();
        assertThat(psdLedger.suspended).hasSize(1).first().asString().contains("or the orders and lines beside them");
    }

    @Test
    void contents_of_an_entry_of_format_version_1_are_signed_and_sent() {
        LedgerEntry opened = ledger.get(0).entry().inFormat(1);
        ledger.clear();
        commit(opened, List.of(), module);
        commit(opened.funded(Money.ofMills(100_000)), List.of(), module);
        Batch batch = batch(module);
        assertThat(batch.entry().formatVersion()).isEqualTo(1);
        commit(batch.entry(), batch.contents(), module);
        release();
        assertThat(written.pieces).hasSize(2);
        assertThat(written.receipts).containsExactly(3L);
    }

    @Test
    void contents_of_an_absent_module_are_abandoned_and_the_ledger_is_still_sent_to_the_authority() {
        Batch batch = batch(another);
        commit(batch.entry(), batch.contents(), module);
        release();
        assertThat(written.pieces).isEmpty();
        assertThat(written.abandoned)
                .containsExactly(new OrderRef(batch.orders().get(0).id(), 1));
        assertThat(written.receipts).containsExactly(3L);
    }

    @Test
    void an_authority_with_another_ledger_suspends_the_device() {
        authority.hasAnotherLedger = true;
        release();
        assertThat(psdLedger.suspended).containsExactly("another head");
    }

    @Test
    void the_releaser_stops_once_another_instance_owns_the_device() {
        Batch batch = batch(module);
        commit(batch.entry(), batch.contents(), module);
        isOwner.set(false);
        release();
        assertThat(written.pieces).isEmpty();
        assertThat(authority.received).isEmpty();
    }

    @Test
    void a_later_entry_sent_by_another_instance_ends_it_and_suspends_nothing() {
        LedgerEntry taken = ledger.get(1).entry().taken(2, 2, another.seal());
        authority.meanwhile = () -> commit(taken, List.of(), another);
        authority.newest = taken;
        PsdReleaser releaser = releaser(clock);
        releaser.step();
        releaser.step();
        assertThat(psdLedger.suspended).isEmpty();
        assertThat(written.receipts).isEmpty();
        assertThat(authority.received).as("it sends no more").containsExactly(1L, 2L);
    }

    @Test
    void a_receipt_for_an_entry_that_was_not_committed_here_suspends_the_device() {
        authority.newest = ledger.get(1).entry().taken(2, 2, another.seal());
        release();
        assertThat(psdLedger.suspended).hasSize(1).first().asString().contains("receipt is for entry 3");
    }

    @Test
    void an_instance_that_loses_the_device_while_the_authority_is_asked_stores_no_receipt() {
        Batch batch = batch(module);
        commit(batch.entry(), batch.contents(), module);
        authority.meanwhile = () -> isOwner.set(false);
        release();
        assertThat(written.receipts).isEmpty();
    }

    @Test
    void without_a_receipt_soon_the_signatures_are_committed_alone_and_the_receipt_when_it_comes() {
        List<Runnable> asked = new ArrayList<>();
        outside = asked::add;
        Batch batch = batch(module);
        commit(batch.entry(), batch.contents(), module);
        PsdReleaser releaser = releaser(clock);
        releaser.step();
        assertThat(written.pieces).hasSize(2);
        assertThat(written.receipts).isEmpty();
        releaser.step();
        assertThat(asked).as("one request is in flight").hasSize(1);
        asked.get(0).run();
        releaser.step();
        assertThat(written.receipts).containsExactly(3L);
        assertThat(written.pieces).hasSize(2);
    }

    @Test
    void a_receipt_is_stored_only_once_each_piece_up_to_its_entry_has_its_fate() {
        Batch batch = batch(module);
        commit(batch.entry(), batch.contents(), module);
        PsdReleaser releaser = releaser(clock);
        Runnable back = TestModule.offline(module);
        releaser.step();
        assertThat(authority.received).contains(3L);
        assertThat(written.receipts).isEmpty();
        back.run();
        releaser.step();
        assertThat(written.pieces).hasSize(2);
        assertThat(written.receipts).containsExactly(3L);
    }

    @Test
    void a_former_owner_suspends_nothing() {
        authority.hasAnotherLedger = true;
        authority.meanwhile = () -> isOwner.set(false);
        release();
        assertThat(psdLedger.suspended).isEmpty();
    }

    @Test
    void a_seal_that_another_server_systems_module_made_is_not_its_owners() {
        Batch batch = batch(module);
        commit(batch.entry(), batch.contents(), module);
        sealer = 2;
        release();
        assertThat(written.pieces).isEmpty();
        assertThat(psdLedger.suspended).hasSize(1).first().asString().contains("its owner's module");
    }

    @Test
    void a_fault_of_any_kind_ends_one_step_only() {
        authority.meanwhile = () -> {
            authority.meanwhile = () -> {};
            throw new IllegalStateException("of an unexpected kind");
        };
        PsdReleaser releaser = releaser(clock);
        releaser.step();
        releaser.step();
        assertThat(written.receipts).containsExactly(2L);
        assertThat(psdLedger.suspended).isEmpty();
    }

    @Test
    void while_the_module_is_offline_for_a_moment_the_pieces_wait_for_it() {
        Batch batch = batch(module);
        commit(batch.entry(), batch.contents(), module);
        PsdReleaser releaser = releaser(clock);
        Runnable back = TestModule.offline(module);
        releaser.step();
        clock.set(Shop.NOW.plusSeconds(10));
        releaser.step();
        assertThat(releaser.canSign()).isTrue();
        back.run();
        releaser.step();
        assertThat(written.abandoned).isEmpty();
        assertThat(written.pieces).hasSize(2);
    }

    @Test
    void pieces_whose_module_is_absent_too_long_are_abandoned_and_no_more_are_accepted_until_it_is_back() {
        Batch batch = batch(module);
        commit(batch.entry(), batch.contents(), module);
        PsdReleaser releaser = releaser(clock);
        Runnable back = TestModule.offline(module);
        releaser.step();
        clock.set(Shop.NOW.plus(ModuleAbsence.LIMIT));
        releaser.step();
        assertThat(written.abandoned).containsExactly(batch.orders().get(0).ref());
        assertThat(written.receipts).containsExactly(3L);
        assertThat(releaser.canSign()).isFalse();
        back.run();
        releaser.step();
        assertThat(releaser.canSign()).isTrue();
        assertThat(written.pieces).isEmpty();
    }

    @Test
    void more_entries_than_one_message_holds_go_in_several_in_their_order() {
        for (int i = 0; i < 45; i++) {
            Batch batch = batch(module);
            commit(batch.entry(), batch.contents(), module);
        }
        release();
        assertThat(authority.received).hasSize(47).isSorted();
        assertThat(written.receipts).containsExactly(20L, 40L, 47L);
        assertThat(written.pieces).hasSize(90);
    }
}
