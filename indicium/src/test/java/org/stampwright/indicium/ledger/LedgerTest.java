package org.stampwright.indicium.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.ContentBuilder;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.Registers;
import org.stampwright.indicium.Sample;
import org.stampwright.indicium.trust.Sha256;

class LedgerTest {

    private static final PsdSerial PSD = new PsdSerial(12_345_678);
    private static final CertificateSerial SEAL = new CertificateSerial(2001);
    private static final UUID ORDER = UUID.fromString("3f0c1b52-0000-4000-8000-000000000001");
    private static final LedgerEntry OPENED =
            LedgerEntry.opened(PSD, Money.parse("500"), Money.parse("100"), 7, 1, SEAL);
    private static final LedgerEntry FUNDED = OPENED.funded(Money.parse("100"));

    @Test
    void franking_moves_both_registers_by_the_total_and_counts_the_pieces() {
        List<FrankedPiece> pieces = pieces(FUNDED, "0.82", "0.82", "1.65");
        LedgerEntry franked = FUNDED.franked(pieces);
        assertThat(franked.registers()).isEqualTo(new Registers(Money.parse("3.29"), Money.parse("96.71")));
        assertThat(franked.pieceCount()).isEqualTo(3);
        assertThat(franked.pieces()).isEqualTo(3);
        assertThat(franked.number()).isEqualTo(3);
        assertThat(franked.previousHash()).isEqualTo(FUNDED.hash());
        assertThat(franked.contentsHash())
                .isEqualTo(Sha256.of(
                        pieces.get(0).hash(2),
                        pieces.get(1).hash(2),
                        pieces.get(2).hash(2)));
        assertThat(pieces.get(1).hash(2))
                .isEqualTo(Sha256.of(pieces.get(1).content().encode(), new OrderBinding(ORDER, 1, 2).hash()));
        assertThat(Succession.objection(FUNDED, franked, pieces)).isEmpty();
    }

    @Test
    void every_verb_makes_an_entry_that_follows() {
        LedgerEntry entry = OPENED;
        assertThat(Succession.objectionToFirst(entry)).isEmpty();
        List<Function<LedgerEntry, LedgerEntry>> life = List.of(
                e -> e.funded(Money.parse("10")),
                LedgerEntry::suspended,
                e -> e.taken(8, 2, new CertificateSerial(2002)),
                LedgerEntry::resumed,
                e -> e.funded(Money.parse("5")),
                LedgerEntry::withdrawn);
        for (Function<LedgerEntry, LedgerEntry> verb : life) {
            LedgerEntry next = verb.apply(entry);
            assertThat(Succession.objection(entry, next, List.of())).isEmpty();
            assertThat(LedgerEntry.decode(next.encode())).isEqualTo(next);
            entry = next;
        }
        assertThat(entry.registers()).isEqualTo(Registers.ZERO);
        assertThat(entry.fundsWithdrawn()).isEqualTo(Money.parse("15"));
        assertThat(entry.state()).isEqualTo(PsdState.WITHDRAWN);
    }

    static Stream<Arguments> refusals() {
        LedgerEntry suspended = FUNDED.suspended();
        LedgerEntry withdrawn = FUNDED.withdrawn();
        return Stream.of(
                refusal("more than its maximum", () -> FUNDED.funded(Money.parse("400.001"))),
                refusal("funds of zero", () -> FUNDED.funded(Money.ZERO)),
                refusal("short of", () -> OPENED.franked(pieces(FUNDED, "0.82"))),
                refusal("no piece was franked", () -> FUNDED.franked(List.of())),
                refusal("piece 1 of 100.01", () -> FUNDED.funded(Money.parse("50"))
                        .franked(pieces(FUNDED.funded(Money.parse("50")), "100.01"))),
                refusal("SUSPENDED cannot be funded", () -> suspended.funded(Money.parse("1"))),
                refusal("SUSPENDED cannot frank", () -> suspended.franked(pieces(suspended, "0.82"))),
                refusal("SUSPENDED cannot be suspended", suspended::suspended),
                refusal("ACTIVE cannot be resumed", FUNDED::resumed),
                refusal("epoch 1 is not above 1", () -> FUNDED.taken(7, 1, SEAL)),
                refusal("withdrawn PSD cannot be taken", () -> withdrawn.taken(7, 2, SEAL)),
                refusal("already withdrawn", withdrawn::withdrawn),
                refusal("WITHDRAWN cannot be funded", () -> withdrawn.funded(Money.parse("1"))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_verb_refuses_what_its_guard_does_not_allow(String message, Runnable verb) {
        assertThatIllegalArgumentException().isThrownBy(verb::run).withMessageContaining(message);
    }

    static Stream<Arguments> breaches() {
        List<FrankedPiece> pieces = pieces(FUNDED, "0.82", "1.65");
        LedgerEntry franked = FUNDED.franked(pieces);
        FrankedPiece first = pieces.get(0);
        FrankedPiece second = pieces.get(1);
        List<FrankedPiece> swapped = List.of(second, first);
        FrankedPiece dearer = changed(first, content -> content.postage(Money.parse("0.83")));
        FrankedPiece foreign = changed(first, content -> content.psdSerial(new PsdSerial(1)));
        FrankedPiece redirected = changed(first, content -> content.destination(5));
        LedgerEntry old = OPENED.inFormat(1);
        List<FrankedPiece> ordersSwapped = List.of(
                new FrankedPiece(first.content(), second.binding()),
                new FrankedPiece(second.content(), first.binding()));
        return Stream.of(
                breach("entry 4 does not follow entry 2", FUNDED, franked.funded(Money.parse("1")), List.of()),
                breach("previous hash", OPENED.funded(Money.parse("99")), franked, pieces),
                breach("no piece was franked", FUNDED, franked, List.of()),
                breach("not what FRANKED makes", FUNDED, franked, pieces.subList(0, 1)),
                breach("piece 2 stands where piece 1 belongs", FUNDED, franked, swapped),
                breach("piece 1 says", FUNDED, franked, List.of(dearer, second)),
                breach("piece 1 is of another PSD", FUNDED, franked, List.of(foreign, second)),
                breach("contents hash is not that of pieces 1 to 2", FUNDED, franked, List.of(redirected, second)),
                breach("contents hash is not that of pieces 1 to 2", FUNDED, franked, ordersSwapped),
                breach(
                        "piece 1 is not bound to an order",
                        FUNDED,
                        franked,
                        List.of(FrankedPiece.unbound(first.content()), second)),
                breach("format version 1, the entry before in 2", FUNDED, franked.inFormat(1), pieces),
                breach(
                        "format version 1, the entry before in 2",
                        FUNDED,
                        FUNDED.taken(7, 2, SEAL).inFormat(1),
                        List.of()),
                breach(
                        "format version 2, the entry before in 1",
                        old,
                        old.suspended().inFormat(2),
                        List.of()),
                breach("contents with an entry that franks nothing", OPENED, FUNDED, pieces),
                breach("opened once", FUNDED, relabelled(FUNDED.suspended(), Kind.OPENED), List.of()),
                breach(
                        "not what RESUMED makes",
                        FUNDED.suspended(),
                        relabelled(FUNDED.suspended().taken(7, 2, SEAL), Kind.RESUMED),
                        List.of()),
                breach(
                        "not what SUSPENDED makes",
                        FUNDED,
                        relabelled(FUNDED.funded(Money.parse("1")), Kind.SUSPENDED),
                        List.of()),
                breach(
                        "another PSD",
                        FUNDED,
                        LedgerEntry.opened(new PsdSerial(1), Money.ZERO, Money.ZERO, 1, 1, SEAL),
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void what_does_not_follow_is_named(
            String message, LedgerEntry before, LedgerEntry after, List<FrankedPiece> pieces) {
        assertThat(Succession.objection(before, after, pieces))
                .hasValueSatisfying(objection -> assertThat(objection).contains(message));
    }

    @Test
    void a_ledger_of_format_version_1_goes_on_in_it_until_it_is_taken() {
        LedgerEntry opened = OPENED.inFormat(1);
        assertThat(Succession.objectionToFirst(opened)).isEmpty();
        LedgerEntry funded = opened.funded(Money.parse("100"));
        assertThat(Succession.objection(opened, funded, List.of())).isEmpty();
        List<FrankedPiece> unbound = pieces(funded, "0.82", "1.65").stream()
                .map(piece -> FrankedPiece.unbound(piece.content()))
                .toList();
        LedgerEntry franked = funded.franked(unbound);
        assertThat(franked.formatVersion()).isEqualTo(1);
        assertThat(franked.contentsHash())
                .isEqualTo(Sha256.of(
                        Sha256.of(unbound.get(0).content().encode()),
                        Sha256.of(unbound.get(1).content().encode())));
        assertThat(Succession.objection(funded, franked, unbound)).isEmpty();
        LedgerEntry takenByAnOldInstance = franked.taken(8, 2, SEAL).inFormat(1);
        assertThat(Succession.objection(franked, takenByAnOldInstance, List.of()))
                .isEmpty();
        LedgerEntry taken = franked.taken(8, 2, SEAL);
        assertThat(taken.formatVersion()).isEqualTo(2);
        assertThat(Succession.objection(franked, taken, List.of())).isEmpty();
        List<FrankedPiece> bound = pieces(taken, "0.82");
        assertThat(Succession.objection(taken, taken.franked(bound), bound)).isEmpty();
    }

    @Test
    void another_format_version_is_no_entry() {
        for (int version : new int[] {0, 3, 255}) {
            byte[] bytes = FUNDED.encode();
            bytes[0] = (byte) version;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LedgerEntry.decode(bytes))
                    .withMessage("format version of a ledger entry must be 1 or 2, not " + version);
        }
    }

    @Test
    void an_entry_binds_order_attempt_and_line() {
        byte[] hash = new OrderBinding(ORDER, 1, 1).hash();
        assertThat(new OrderBinding(ORDER, 1, 1).hash()).isEqualTo(hash);
        assertThat(new OrderBinding(UUID.randomUUID(), 1, 1).hash()).isNotEqualTo(hash);
        assertThat(new OrderBinding(ORDER, 2, 1).hash()).isNotEqualTo(hash);
        assertThat(new OrderBinding(ORDER, 1, 2).hash()).isNotEqualTo(hash);
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderBinding(ORDER, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderBinding(ORDER, 1, 0));
    }

    @Test
    void a_first_entry_with_funds_is_named() {
        assertThat(Succession.objectionToFirst(FUNDED)).isPresent();
    }

    @Test
    void registers_that_do_not_add_up_are_no_entry() {
        byte[] bytes = FUNDED.encode();
        bytes[24]++;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerEntry.decode(bytes))
                .withMessageContaining("ascending + descending must be funds added - funds withdrawn");
    }

    @Test
    void only_an_entry_that_franks_has_pieces_and_their_hash() {
        for (int at : new int[] {92, 96, 127}) {
            byte[] bytes = FUNDED.encode();
            bytes[at]++;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LedgerEntry.decode(bytes))
                    .withMessage("an entry that is FUNDED has no pieces and no contents hash");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_has_its_own_code(Kind kind) {
        assertThat(Kind.ofCode(kind.code())).isEqualTo(kind);
    }

    @Test
    void every_bit_of_an_entry_is_either_read_back_or_refused() {
        byte[] bytes = FUNDED.franked(pieces(FUNDED, "0.82")).encode();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(LedgerEntry.decode(changed).encode()).isEqualTo(changed);
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void a_receipt_covers_one_entry_only() {
        Receipt receipt = new Receipt(PSD, FUNDED.number(), FUNDED.hash(), Instant.parse("2026-11-23T10:00:00.9Z"));
        assertThat(receipt.covers(FUNDED)).isTrue();
        assertThat(receipt.covers(OPENED)).isFalse();
        assertThat(Receipt.decode(receipt.encode())).isEqualTo(receipt);
        assertThat(receipt.issuedAt()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
    }

    /** Returns pieces of these values, one per line of one order, as they follow from an entry. */
    static List<FrankedPiece> pieces(LedgerEntry before, String... values) {
        List<FrankedPiece> pieces = new ArrayList<>();
        Registers registers = before.registers();
        for (String value : values) {
            registers = registers.debit(Money.parse(value));
            IndiciumContent content = Sample.content()
                    .psdSerial(before.psd())
                    .postage(Money.parse(value))
                    .registers(registers)
                    .pieceCount(before.pieceCount() + pieces.size() + 1)
                    .labelPosition(pieces.size() + 1)
                    .build();
            pieces.add(FrankedPiece.of(content, new OrderBinding(ORDER, 1, pieces.size() + 1)));
        }
        return pieces;
    }

    private static FrankedPiece changed(FrankedPiece piece, UnaryOperator<ContentBuilder> change) {
        return new FrankedPiece(change.apply(piece.content().toBuilder()).build(), piece.binding());
    }

    private static LedgerEntry relabelled(LedgerEntry entry, Kind kind) {
        return changed(entry, 1, entry.kind().code() ^ kind.code());
    }

    private static LedgerEntry changed(LedgerEntry entry, int at, int with) {
        byte[] bytes = entry.encode();
        bytes[at] ^= (byte) with;
        return LedgerEntry.decode(bytes);
    }

    private static Arguments refusal(String message, Runnable verb) {
        return Arguments.of(message, verb);
    }

    private static Arguments breach(String message, LedgerEntry before, LedgerEntry after, List<FrankedPiece> pieces) {
        return Arguments.of(message, before, after, pieces);
    }
}
