package org.stampwright.postage.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.postage.licence.TestLicence;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.worker.Bench;

/** The device as a table: what each method does to the registers, and when it refuses. */
class PsdTest {

    private static final CertificateSerial SEAL = new CertificateSerial(12);
    private static final LedgerEntry OPENED =
            LedgerEntry.opened(new PsdSerial(77), Money.ofMills(4_000_000), Money.ofMills(100_000), 1, 1, SEAL);

    private static LedgerEntry franked(LedgerEntry before, long value, int pieces) {
        List<WaitingPiece> waiting = java.util.stream.IntStream.rangeClosed(1, pieces)
                .mapToObj(position -> new WaitingPiece(1, position, Money.ofMills(value), "FC"))
                .toList();
        WaitingOrder order = new WaitingOrder(new OrderRef(UUID.randomUUID(), 1), Bench.SHEET, waiting);
        return Batch.of(
                        before,
                        List.of(order),
                        new Batch.Stationery(
                                TestLicence.number(42).letterhead(),
                                new CertificateSerial(11),
                                java.time.LocalDate.of(2026, 11, 23)))
                .entry();
    }

    @Property
    void descending_goes_down_and_ascending_up_by_the_value_and_their_sum_stays(
            @ForAll @LongRange(min = 100_000, max = 4_000_000) long funds,
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1, max = 5_000) Long> values) {
        Psd psd = Psd.opened(OPENED);
        LedgerEntry entry = OPENED.funded(Money.ofMills(funds));
        psd.fund(Money.ofMills(funds), entry);
        long spent = 0;
        for (long value : values) {
            entry = franked(entry, value, 1);
            psd.debit(Money.ofMills(value), entry);
            spent += value;
            assertThat(psd.registers().descending().mills()).isEqualTo(funds - spent);
            assertThat(psd.registers().ascending().mills()).isEqualTo(spent);
            assertThat(psd.registers().controlTotal().mills()).isEqualTo(funds);
            assertThat(psd.says(entry)).isTrue();
        }
        assertThat(psd.pieceCount()).isEqualTo(values.size());
    }

    @Property
    void a_debit_of_another_value_than_the_entry_says_is_refused(@ForAll @IntRange(min = 1, max = 9) int more) {
        Psd psd = funded();
        LedgerEntry entry = franked(OPENED.funded(Money.ofMills(100_000)), 825, 1);
        assertThatThrownBy(() -> psd.debit(Money.ofMills(825 + more), entry)).isInstanceOf(LedgerMismatch.class);
    }

    private static Psd funded() {
        Psd psd = Psd.opened(OPENED);
        psd.fund(Money.ofMills(100_000), OPENED.funded(Money.ofMills(100_000)));
        return psd;
    }

    @Example
    void the_same_entry_a_second_time_is_refused() {
        Psd psd = funded();
        LedgerEntry entry = franked(OPENED.funded(Money.ofMills(100_000)), 825, 2);
        psd.debit(Money.ofMills(1650), entry);
        assertThatThrownBy(() -> psd.debit(Money.ofMills(1650), entry)).isInstanceOf(LedgerMismatch.class);
    }

    @Example
    void an_entry_of_an_earlier_epoch_is_refused_after_the_device_was_taken() {
        Psd psd = funded();
        LedgerEntry head = OPENED.funded(Money.ofMills(100_000));
        LedgerEntry late = franked(head, 825, 1);
        psd.taken(head.taken(2, 2, SEAL));
        assertThatThrownBy(() -> psd.debit(Money.ofMills(825), late)).isInstanceOf(OwnershipLost.class);
    }

    @Example
    void an_epoch_may_not_be_skipped() {
        LedgerEntry head = OPENED.funded(Money.ofMills(100_000));
        assertThatThrownBy(() -> funded().taken(head.taken(2, 3, SEAL))).isInstanceOf(OwnershipLost.class);
    }

    @Example
    void a_takeover_prepared_before_another_entry_is_refused() {
        Psd psd = funded();
        assertThatThrownBy(() -> psd.taken(OPENED.taken(2, 2, SEAL))).isInstanceOf(OwnershipLost.class);
    }

    @Example
    void an_entry_after_another_head_is_refused() {
        Psd psd = funded();
        LedgerEntry otherHead = OPENED.funded(Money.ofMills(100_001));
        assertThatThrownBy(() -> psd.debit(Money.ofMills(825), franked(otherHead, 825, 1)))
                .isInstanceOf(LedgerMismatch.class);
    }

    @Example
    void an_entry_of_another_kind_is_refused() {
        LedgerEntry more = OPENED.funded(Money.ofMills(100_000)).funded(Money.ofMills(1));
        assertThatThrownBy(() -> funded().debit(Money.ofMills(1), more)).isInstanceOf(IllegalArgumentException.class);
    }
}
