package org.stampwright.postage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.postage.indicium.Committed;
import org.stampwright.postage.indicium.CommittedEntry;
import org.stampwright.postage.indicium.Records;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.postage.signing.CertifiedModule;
import org.stampwright.postage.signing.ModuleCertificates;
import org.stampwright.postage.signing.TestModule;

/** Takes a PSD over, with arbitrary answers of the authority and the other server systems. */
class PsdTakeoverTest {

    private static final PsdSerial PSD = new PsdSerial(77);
    private static final long ME = 1;
    private static final long ANOTHER = 2;

    @TempDir
    Path folder;

    private CertifiedModule module;
    private PsdTakeover takeover;
    private final List<SealedEntry> committed = new ArrayList<>();
    private final List<String> suspended = new ArrayList<>();
    private Psd row;
    private EntryIntake.Head known;
    private long sealer = ME;
    private boolean isUnreadable;
    private Runnable whileAsked = () -> {};

    @BeforeEach
    void aPsdOfOneEntry() {
        module = TestModule.in(folder, 11, 12);
        LedgerEntry opened =
                LedgerEntry.opened(PSD, Money.ofMills(4_000_000), Money.ofMills(100_000), ME, 1, module.seal());
        row = Psd.opened(opened);
        committed.add(sealed(opened));
        known = new EntryIntake.Head(1, opened.hash());
        takeover = new PsdTakeover();
        takeover.ledger = new PretendLedger();
        takeover.records = new PretendRecords();
        takeover.certificates = new PretendCertificates();
        takeover.intake = new PretendAuthority();
        takeover.instance = new ThisInstance() {
            @Override
            public long id() {
                return ME;
            }
        };
    }

    @Test
    void it_continues_the_ledger_in_the_next_epoch() {
        assertThat(takeover.take(PSD.value(), module)).hasValueSatisfying(taken -> {
            assertThat(taken.number()).isEqualTo(2);
            assertThat(taken.epoch()).isEqualTo(2);
        });
        assertThat(suspended).isEmpty();
    }

    @Test
    void a_concurrent_takeover_while_the_authority_is_asked_is_no_mismatch() {
        whileAsked = this::anotherTakesIt;

        takeover.take(PSD.value(), module);

        assertThat(suspended).isEmpty();
    }

    @Test
    void an_authority_ahead_of_the_database_suspends_it() {
        known = new EntryIntake.Head(2, new byte[32]);

        assertThat(takeover.take(PSD.value(), module)).isEmpty();
        assertThat(suspended).containsExactly("the authority has entry 2, this vendor only 1");
    }

    @Test
    void an_authority_that_knows_another_entry_suspends_it() {
        known = new EntryIntake.Head(1, new byte[32]);

        assertThat(takeover.take(PSD.value(), module)).isEmpty();
        assertThat(suspended).containsExactly("the authority has another entry 1");
    }

    @Test
    void a_row_that_contradicts_the_newest_entry_suspends_it() {
        row = Psd.opened(committed.get(0).entry());
        row.fund(Money.ofMills(5), committed.get(0).entry().funded(Money.ofMills(5)));

        assertThat(takeover.take(PSD.value(), module)).isEmpty();
        assertThat(suspended).containsExactly("the row does not match the newest entry");
    }

    @Test
    void a_newest_entry_without_the_seal_suspends_it() {
        LedgerEntry opened = committed.get(0).entry();
        committed.set(
                0,
                new SealedEntry(opened, TestModule.in(folder, 21, 22).module().seal(opened)));

        assertThat(takeover.take(PSD.value(), module)).isEmpty();
        assertThat(suspended).containsExactly("the newest entry does not bear its owner's seal");
    }

    @Test
    void a_newest_entry_with_another_owners_seal_suspends_it() {
        sealer = ANOTHER;

        assertThat(takeover.take(PSD.value(), module)).isEmpty();
        assertThat(suspended).containsExactly("the newest entry does not bear its owner's seal");
    }

    @Test
    void a_newest_entry_that_cannot_be_read_suspends_it() {
        isUnreadable = true;

        assertThat(takeover.take(PSD.value(), module)).isEmpty();
        assertThat(suspended).hasSize(1);
    }

    @Test
    void an_entry_that_the_authority_has_and_this_vendor_lost_suspends_it() {
        LedgerEntry second = committed.get(0).entry().funded(Money.ofMills(5));
        row.fund(Money.ofMills(5), second);
        committed.set(0, sealed(second));

        assertThat(takeover.take(PSD.value(), module)).isEmpty();
        assertThat(suspended).containsExactly("the authority has another entry 1");
    }

    @Test
    void while_the_authority_is_silent_it_is_not_taken() {
        known = null;

        assertThat(takeover.take(PSD.value(), module)).isEmpty();
        assertThat(suspended).isEmpty();
    }

    private void anotherTakesIt() {
        LedgerEntry taken = committed.get(0).entry().taken(ANOTHER, 2, module.seal());
        row.taken(taken);
        committed.add(sealed(taken));
        sealer = ANOTHER;
        known = new EntryIntake.Head(2, taken.hash());
    }

    private SealedEntry sealed(LedgerEntry entry) {
        return new SealedEntry(entry, module.module().seal(entry));
    }

    private final class PretendLedger extends PsdLedger {

        @Override
        public Psd row(long serial) {
            return row;
        }

        @Override
        public void take(SealedEntry taken) {
            row.taken(taken.entry());
            committed.add(taken);
        }

        @Override
        public boolean suspend(Ownership of, String because) {
            assertThat(of).isEqualTo(row.ownership());
            return suspended.add(because);
        }
    }

    private final class PretendRecords extends Records {

        @Override
        public List<CommittedEntry> after(long psd, long number, int limit) {
            if (isUnreadable) {
                throw Committed.unreadable();
            }
            return committed.stream()
                    .filter(one -> one.entry().number() > number)
                    .limit(limit)
                    .map(one -> Committed.entry(one, List.of()))
                    .toList();
        }
    }

    private final class PretendCertificates extends ModuleCertificates {

        @Override
        public Optional<PublicKey> sealKey(CertificateSerial serial, long serverSystem) {
            return serverSystem == sealer ? Optional.of(module.module().publicKey(KeyUse.SEAL)) : Optional.empty();
        }
    }

    private final class PretendAuthority extends EntryIntake {

        @Override
        Optional<Head> head(PsdSerial psd) {
            whileAsked.run();
            return Optional.ofNullable(known);
        }
    }
}
