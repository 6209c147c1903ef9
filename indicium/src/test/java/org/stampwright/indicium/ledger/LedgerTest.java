package org.stampwright.indicium.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.Registers;
import org.stampwright.indicium.Sample;
import org.stampwright.indicium.trust.Sha256;

class LedgerTest {

    private static final PsdSerial PSD = new PsdSerial(12_345_678);
    private static final CertificateSerial SEAL = new CertificateSerial(2001);
    private static final LedgerEntry OPENED =
            LedgerEntry.opened(PSD, Money.parse("500"), Money.parse("100"), 7, 1, SEAL);
    private static final LedgerEntry FUNDED = OPENED.funded(Money.parse("100"));

    @Test
    void frankingMovesBothRegistersByTheTotalAndCountsThePieces() {
        List<IndiciumContent> contents = contents(FUNDED, "0.82", "0.82", "1.65");
        LedgerEntry franked = FUNDED.franked(contents);
        assertThat(franked.registers()).isEqualTo(new Registers(Money.parse("3.29"), Money.parse("96.71")));
        assertThat(franked.pieceCount()).isEqualTo(3);
        assertThat(franked.pieces()).isEqualTo(3);
        assertThat(franked.number()).isEqualTo(3);
        assertThat(franked.previousHash()).isEqualTo(FUNDED.hash());
        assertThat(franked.contentsHash())
                .isEqualTo(Sha256.of(
                        Sha256.of(contents.get(0).encode()),
                        Sha256.of(contents.get(1).encode()),
                        Sha256.of(contents.get(2).encode())));
        assertThat(Succession.objection(FUNDED, franked, contents)).isEmpty();
    }

    @Test
    void everyVerbMakesAnEntryThatFollows() {
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
                refusal("funds of nothing", () -> FUNDED.funded(Money.ZERO)),
                refusal("short of", () -> OPENED.franked(contents(FUNDED, "0.82"))),
                refusal("nothing was franked", () -> FUNDED.franked(List.of())),
                refusal("piece 1 of 100.01", () -> FUNDED.funded(Money.parse("50"))
                        .franked(contents(FUNDED.funded(Money.parse("50")), "100.01"))),
                refusal("SUSPENDED cannot be funded", () -> suspended.funded(Money.parse("1"))),
                refusal("SUSPENDED cannot frank", () -> suspended.franked(contents(suspended, "0.82"))),
                refusal("SUSPENDED cannot be suspended", suspended::suspended),
                refusal("ACTIVE cannot be resumed", FUNDED::resumed),
                refusal("epoch 1 is not above 1", () -> FUNDED.taken(7, 1, SEAL)),
                refusal("withdrawn PSD cannot be taken", () -> withdrawn.taken(7, 2, SEAL)),
                refusal("withdrawn already", withdrawn::withdrawn),
                refusal("WITHDRAWN cannot be funded", () -> withdrawn.funded(Money.parse("1"))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aVerbRefusesWhatItsGuardDoesNotAllow(String message, Runnable verb) {
        assertThatIllegalArgumentException().isThrownBy(verb::run).withMessageContaining(message);
    }

    static Stream<Arguments> breaches() {
        List<IndiciumContent> contents = contents(FUNDED, "0.82", "1.65");
        LedgerEntry franked = FUNDED.franked(contents);
        List<IndiciumContent> swapped = List.of(contents.get(1), contents.get(0));
        IndiciumContent dearer =
                contents.get(0).toBuilder().postage(Money.parse("0.83")).build();
        IndiciumContent foreign =
                contents.get(0).toBuilder().psdSerial(new PsdSerial(1)).build();
        IndiciumContent redirected = contents.get(0).toBuilder().destination(5).build();
        return Stream.of(
                breach("entry 4 does not follow entry 2", FUNDED, franked.funded(Money.parse("1")), List.of()),
                breach("previous hash", OPENED.funded(Money.parse("99")), franked, contents),
                breach("nothing was franked", FUNDED, franked, List.of()),
                breach("not what FRANKED makes", FUNDED, franked, contents.subList(0, 1)),
                breach("piece 2 stands where piece 1 belongs", FUNDED, franked, swapped),
                breach("piece 1 says", FUNDED, franked, List.of(dearer, contents.get(1))),
                breach("piece 1 is of another PSD", FUNDED, franked, List.of(foreign, contents.get(1))),
                breach("not what FRANKED makes", FUNDED, franked, List.of(redirected, contents.get(1))),
                breach("contents with an entry that franks nothing", OPENED, FUNDED, contents),
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
    void whatDoesNotFollowIsNamed(
            String message, LedgerEntry before, LedgerEntry after, List<IndiciumContent> contents) {
        assertThat(Succession.objection(before, after, contents))
                .hasValueSatisfying(objection -> assertThat(objection).contains(message));
    }

    @Test
    void aFirstEntryWithFundsIsNamed() {
        assertThat(Succession.objectionToFirst(FUNDED)).isPresent();
    }

    @Test
    void registersThatDoNotAddUpAreNoEntry() {
        byte[] bytes = FUNDED.encode();
        bytes[24]++;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerEntry.decode(bytes))
                .withMessageContaining("ascending + descending must be funds added - funds withdrawn");
    }

    @Test
    void onlyAnEntryThatFranksHasPiecesAndTheirHash() {
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
    void everyKindHasItsOwnCode(Kind kind) {
        assertThat(Kind.ofCode(kind.code())).isEqualTo(kind);
    }

    @Test
    void everyBitOfAnEntryIsEitherReadBackOrRefused() {
        byte[] bytes = FUNDED.franked(contents(FUNDED, "0.82")).encode();
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
    void aReceiptCoversOneEntryOnly() {
        Receipt receipt = new Receipt(PSD, FUNDED.number(), FUNDED.hash(), Instant.parse("2026-11-23T10:00:00.9Z"));
        assertThat(receipt.covers(FUNDED)).isTrue();
        assertThat(receipt.covers(OPENED)).isFalse();
        assertThat(Receipt.decode(receipt.encode())).isEqualTo(receipt);
        assertThat(receipt.issuedAt()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
    }

    /** Contents of these values, one after the other, as they follow from an entry. */
    static List<IndiciumContent> contents(LedgerEntry before, String... values) {
        List<IndiciumContent> contents = new ArrayList<>();
        Registers registers = before.registers();
        for (String value : values) {
            registers = registers.debit(Money.parse(value));
            contents.add(Sample.content()
                    .psdSerial(before.psd())
                    .postage(Money.parse(value))
                    .registers(registers)
                    .pieceCount(before.pieceCount() + contents.size() + 1)
                    .labelPosition(contents.size() + 1)
                    .build());
        }
        return contents;
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

    private static Arguments breach(
            String message, LedgerEntry before, LedgerEntry after, List<IndiciumContent> contents) {
        return Arguments.of(message, before, after, contents);
    }
}
