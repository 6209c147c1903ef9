package org.stampwright.indicium.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.Registers;

/**
 * Whether one ledger entry follows from the one before: the one implementation, used by the owner before it seals, by
 * the authority at intake and by the auditor. The seal is another question, see {@link SealedEntry}.
 */
public final class Succession {

    private Succession() {}

    /** What speaks against this entry as the first of its device; empty if nothing does. */
    public static Optional<String> objectionToFirst(LedgerEntry first) {
        LedgerEntry expected = LedgerEntry.opened(
                first.psd(),
                first.maximumDescending(),
                first.maximumPostage(),
                first.owner(),
                first.epoch(),
                first.sealCertificate());
        return first.equals(expected)
                ? Optional.empty()
                : Optional.of("the first entry must be an opening one with nothing in its registers");
    }

    /**
     * What speaks against {@code after} as the entry that follows {@code before}; empty if nothing does.
     *
     * @param contents of the pieces that it franked, in the order of their piece counts; empty for other kinds
     */
    public static Optional<String> objection(LedgerEntry before, LedgerEntry after, List<IndiciumContent> contents) {
        if (!after.psd().equals(before.psd())) {
            return Optional.of("it is of another PSD");
        }
        if (after.number() != before.number() + 1) {
            return Optional.of("entry " + after.number() + " does not follow entry " + before.number());
        }
        if (!Arrays.equals(after.previousHash(), before.hash())) {
            return Optional.of("its previous hash is not that of entry " + before.number());
        }
        if (after.kind() != Kind.FRANKED && !contents.isEmpty()) {
            return Optional.of("contents with an entry that franks nothing");
        }
        try {
            return after.kind() == Kind.FRANKED
                    ? objectionToFranking(before, after, contents)
                    : unlessEqual(after, expected(before, after));
        } catch (IllegalArgumentException guard) {
            return Optional.of(guard.getMessage());
        }
    }

    /** What the verb of this kind would have made of the entry before. */
    private static LedgerEntry expected(LedgerEntry before, LedgerEntry after) {
        return switch (after.kind()) {
            case TAKEN -> before.taken(after.owner(), after.epoch(), after.sealCertificate());
            case FUNDED -> before.funded(after.fundsAdded().minus(before.fundsAdded()));
            case WITHDRAWN -> before.withdrawn();
            case SUSPENDED -> before.suspended();
            case RESUMED -> before.resumed();
            case OPENED -> throw new IllegalArgumentException("a device is opened once, by its first entry");
            case FRANKED -> throw new IllegalStateException("checked piece by piece");
        };
    }

    private static Optional<String> unlessEqual(LedgerEntry after, LedgerEntry expected) {
        return after.equals(expected)
                ? Optional.empty()
                : Optional.of("it is not what " + after.kind() + " makes of entry " + (expected.number() - 1));
    }

    private static Optional<String> objectionToFranking(
            LedgerEntry before, LedgerEntry after, List<IndiciumContent> contents) {
        if (before.state() != PsdState.ACTIVE) {
            return Optional.of("a PSD that is " + before.state() + " cannot frank");
        }
        if (contents.isEmpty()) {
            return Optional.of("nothing was franked");
        }
        Registers registers = before.registers();
        long pieceCount = before.pieceCount();
        for (IndiciumContent content : contents) {
            registers = registers.debit(content.postage());
            pieceCount++;
            Optional<String> objection = objectionToPiece(before, content, registers, pieceCount);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return unlessEqual(
                after,
                new LedgerEntry(
                        before.psd(),
                        before.number() + 1,
                        Kind.FRANKED,
                        registers,
                        before.fundsAdded(),
                        before.fundsWithdrawn(),
                        pieceCount,
                        before.state(),
                        before.maximumDescending(),
                        before.maximumPostage(),
                        before.owner(),
                        before.epoch(),
                        before.sealCertificate(),
                        contents.size(),
                        LedgerEntry.contentsHash(contents),
                        before.hash()));
    }

    private static Optional<String> objectionToPiece(
            LedgerEntry before, IndiciumContent content, Registers registers, long pieceCount) {
        Money maximum = before.maximumPostage();
        if (!content.psdSerial().equals(before.psd())) {
            return Optional.of("piece " + pieceCount + " is of another PSD");
        }
        if (content.pieceCount() != pieceCount) {
            return Optional.of("piece " + content.pieceCount() + " stands where piece " + pieceCount + " belongs");
        }
        if (content.postage().isZero() || content.postage().isMoreThan(maximum)) {
            return Optional.of(
                    "piece " + pieceCount + " of " + content.postage() + " is not above 0 and up to " + maximum);
        }
        return content.registers().equals(registers)
                ? Optional.empty()
                : Optional.of("piece " + pieceCount + " says " + content.registers() + ", but they are " + registers);
    }
}
