package org.stampwright.postage.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.Registers;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.postage.indicium.Committed;
import org.stampwright.postage.indicium.CommittedEntry;
import org.stampwright.postage.indicium.Indicia;
import org.stampwright.postage.indicium.RecordedContent;
import org.stampwright.postage.indicium.Records;
import org.stampwright.postage.indicium.SignedPiece;
import org.stampwright.postage.indicium.Unsealed;
import org.stampwright.postage.licence.TestLicence;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.PieceView;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.signing.CertifiedModule;
import org.stampwright.postage.signing.ModuleCertificates;
import org.stampwright.postage.signing.TestModule;

/** Two orders on one PSD, one of 0.50 and one of 50.00, and rows that another writer forged. */
class SealedPiecesTest {

    private static final UUID CHEAP = UUID.randomUUID();
    private static final UUID DEAR = UUID.randomUUID();
    private static final LabelSerial CHEAP_SHEET = new LabelSerial("T000000000");
    private static final LabelSerial DEAR_SHEET = new LabelSerial("T000000002");

    @TempDir
    static Path folder;

    private CertifiedModule module;
    private LedgerEntry funded;
    private final List<RecordedContent> rows = new ArrayList<>();
    private LedgerEntry franked;
    private SealedPieces sealed;

    @BeforeEach
    void frank() {
        module = TestModule.in(folder, 11, 12);
        frank(LedgerEntry.FORMAT_VERSION);
    }

    private void frank(int formatVersion) {
        funded = LedgerEntry.opened(
                        new PsdSerial(77), Money.ofMills(500_000), Money.ofMills(100_000), 1, 1, module.seal())
                .inFormat(formatVersion)
                .funded(Money.ofMills(100_000));
        IndiciumContent cheap = content(1, 500, 99_500, CHEAP_SHEET);
        IndiciumContent dear = content(2, 50_000, 49_500, DEAR_SHEET);
        rows.clear();
        rows.add(RecordedContent.of(cheap, 3, CHEAP, 1, 1));
        rows.add(RecordedContent.of(dear, 3, DEAR, 1, 1));
        franked = funded.franked(rows.stream().map(RecordedContent::piece).toList());
        sealed = new SealedPieces();
        sealed.indicia = new Rows();
        sealed.records = new Entries();
        sealed.certificates = new Certificates();
    }

    private IndiciumContent content(long pieceCount, long value, long descending, LabelSerial sheet) {
        return TestLicence.number(42)
                .letterhead()
                .psdSerial(new PsdSerial(77))
                .certificateSerial(module.indicium())
                .registers(new Registers(Money.ofMills(100_000 - descending), Money.ofMills(descending)))
                .pieceCount(pieceCount)
                .postage(Money.ofMills(value))
                .rateCategory("FC")
                .labelSerial(sheet)
                .labelPosition(1)
                .frankedOn(LocalDate.of(2026, 11, 23))
                .build();
    }

    private final class Rows extends Indicia {
        @Override
        public List<SignedPiece> signed(UUID order, int attempt) {
            return rows.stream()
                    .filter(row -> row.order().equals(order) && row.attempt() == attempt)
                    .map(row -> new SignedPiece(row, new byte[64]))
                    .toList();
        }
    }

    private final class Entries extends Records {
        @Override
        public List<CommittedEntry> after(long psd, long number, int limit) {
            return number == 2
                    ? List.of(Committed.entry(
                            new SealedEntry(franked, module.module().seal(franked)), List.copyOf(rows)))
                    : List.of();
        }
    }

    private final class Certificates extends ModuleCertificates {
        @Override
        public Optional<PublicKey> sealKey(CertificateSerial serial, long serverSystem) {
            return serial.equals(module.seal()) && serverSystem == 1
                    ? Optional.of(module.module().publicKey(KeyUse.SEAL))
                    : Optional.empty();
        }
    }

    private static OrderView cheap() {
        return view(CHEAP, CHEAP_SHEET, 500);
    }

    private static OrderView dear() {
        return view(DEAR, DEAR_SHEET, 50_000);
    }

    private static OrderView view(UUID order, LabelSerial sheet, long value) {
        PieceView piece = new PieceView(1, 1, "free", "Free value", "FC", Money.ofMills(value));
        return new OrderView(
                order,
                OrderState.RELEASED,
                1,
                "api",
                null,
                sheet.printed(),
                "US-LETTER-25",
                1,
                List.of(1),
                List.of(),
                List.of(piece),
                null,
                "USD",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void the_pieces_that_the_entry_binds_to_the_order_may_leave() {
        assertThat(sealed.of(cheap()))
                .extracting(piece -> piece.recorded().value())
                .containsExactly(500L);
        assertThat(sealed.of(dear()))
                .extracting(piece -> piece.recorded().value())
                .containsExactly(50_000L);
    }

    @Test
    void two_rows_with_their_orders_swapped_release_nothing_for_either() {
        RecordedContent first = rows.get(0);
        RecordedContent second = rows.get(1);
        rows.set(0, RecordedContent.of(first.decoded(), 3, DEAR, 1, 1));
        rows.set(1, RecordedContent.of(second.decoded(), 3, CHEAP, 1, 1));
        for (OrderView order : List.of(cheap(), dear())) {
            assertThatThrownBy(() -> sealed.of(order))
                    .isInstanceOfSatisfying(
                            Unsealed.class, alarm -> assertThat(alarm.psd()).isEqualTo(77))
                    .hasMessageContaining("or the orders and lines beside them");
        }
    }

    @Test
    void a_row_that_names_an_entry_it_is_not_in_is_not_released() {
        rows.set(1, RecordedContent.of(rows.get(1).decoded(), 4, DEAR, 1, 1));
        assertThatThrownBy(() -> sealed.of(dear()))
                .isInstanceOf(Unsealed.class)
                .hasMessage("PSD 00000077 has no entry 4");
    }

    @Test
    void an_entry_under_another_seal_releases_nothing() {
        CertifiedModule another = TestModule.in(folder, 21, 22);
        LedgerEntry taken = franked;
        sealed.records = new Records() {
            @Override
            public List<CommittedEntry> after(long psd, long number, int limit) {
                return List.of(
                        Committed.entry(new SealedEntry(taken, another.module().seal(taken)), List.copyOf(rows)));
            }
        };
        assertThatThrownBy(() -> sealed.of(cheap()))
                .isInstanceOf(Unsealed.class)
                .hasMessageContaining("seal");
    }

    @Test
    void an_order_whose_lines_or_sheet_were_changed_gets_none_of_its_pieces() {
        assertThatThrownBy(() -> sealed.of(view(DEAR, DEAR_SHEET, 500))).isInstanceOf(PieceMismatch.class);
        assertThatThrownBy(() -> sealed.of(view(DEAR, CHEAP_SHEET, 50_000))).isInstanceOf(PieceMismatch.class);
        rows.remove(1);
        assertThatThrownBy(() -> sealed.of(dear())).isInstanceOf(PieceMismatch.class);
    }

    @Test
    void in_format_version_1_the_label_and_the_value_still_hold_a_piece_to_its_order() {
        frank(1);
        assertThat(sealed.of(cheap())).hasSize(1);
        RecordedContent first = rows.get(0);
        RecordedContent second = rows.get(1);
        rows.set(0, RecordedContent.of(first.decoded(), 3, DEAR, 1, 1));
        rows.set(1, RecordedContent.of(second.decoded(), 3, CHEAP, 1, 1));
        assertThatThrownBy(() -> sealed.of(cheap())).isInstanceOf(PieceMismatch.class);
        assertThatThrownBy(() -> sealed.of(dear())).isInstanceOf(PieceMismatch.class);
        assertThat(FrankedPiece.unbound(first.decoded()).hash(1))
                .isEqualTo(first.piece().hash(1));
    }
}
