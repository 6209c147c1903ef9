package org.stampwright.indicium.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.Registers;

/**
 * Decides whether one ledger entry follows from its predecessor. The owner before it seals, the authority at intake and
 * the auditor all use this one implementation. It does not check the seal, see {@link SealedEntry}.
 */
public final class Succession {

    private Succession() {}

    /** Returns why this entry is rejected as the first of its device; empty if it is valid. */
    public static Optional<String> objectionToFirst(LedgerEntry first) {
        LedgerEntry expected = LedgerEntry.opened(
                        first.psd(),
                        first.maximumDescending(),
                        first.maximumPostage(),
                        first.owner(),
                        first.epoch(),
                        first.sealCertificate())
                .inFormat(first.formatVersion());
        return first.equals(expected)
                ? Optional.empty()
                : Optional.of("the first entry must be an opening one with empty registers");
    }

    /**
     * Returns why {@code after} is rejected as the successor of {@code before}; empty if it is valid.
     *
     * @param pieces that it franked, in the order of their piece counts; empty for other kinds
     */
    public static Optional<String> objection(LedgerEntry before, LedgerEntry after, List<FrankedPiece> pieces) {
        if (!after.psd().equals(before.psd())) {
            return Optional.of("it is of another PSD");
        }
        if (after.number() != before.number() + 1) {
            return Optional.of("entry " + after.number() + " does not follow entry " + before.number());
        }
        if (!Arrays.equals(after.previousHash(), before.hash())) {
            return Optional.of("its previous hash is not that of entry " + before.number());
        }
        if (!keepsFormat(before, after)) {
            return Optional.of("it is in format version " + after.formatVersion() + ", the entry before in "
                    + before.formatVersion());
        }
        if (after.kind() != Kind.FRANKED && !pieces.isEmpty()) {
            return Optional.of("contents with an entry that franks nothing");
        }
        try {
            return after.kind() == Kind.FRANKED
                    ? objectionToFranking(before, after, pieces)
                    : unlessEqual(after, expected(before, after));
        } catch (IllegalArgumentException guard) {
            return Optional.of(guard.getMessage());
        }
    }

    /**
     * Returns whether the format is permitted: a new owner may write in a newer format, and no entry returns to one
     * that binds less.
     */
    private static boolean keepsFormat(LedgerEntry before, LedgerEntry after) {
        return after.kind() == Kind.TAKEN
                ? after.formatVersion() >= before.formatVersion()
                : after.formatVersion() == before.formatVersion();
    }

    /** Returns the entry that the verb of this kind computes from the predecessor. */
    private static LedgerEntry expected(LedgerEntry before, LedgerEntry after) {
        return switch (after.kind()) {
            case TAKEN ->
                before.taken(after.owner(), after.epoch(), after.sealCertificate())
                        .inFormat(after.formatVersion());
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
            LedgerEntry before, LedgerEntry after, List<FrankedPiece> pieces) {
        if (before.state() != PsdState.ACTIVE) {
            return Optional.of("a PSD that is " + before.state() + " cannot frank");
        }
        if (pieces.isEmpty()) {
            return Optional.of("no piece was franked");
        }
        Registers registers = before.registers();
        long pieceCount = before.pieceCount();
        for (FrankedPiece piece : pieces) {
            registers = registers.debit(piece.postage());
            pieceCount++;
            Optional<String> objection = objectionToPiece(before, piece.content(), registers, pieceCount);
            if (objection.isPresent()) {
                return objection;
            }
        }
        byte[] contentsHash = LedgerEntry.contentsHash(after.formatVersion(), pieces);
        if (after.pieces() == pieces.size() && !Arrays.equals(after.contentsHash(), contentsHash)) {
            return Optional.of("its contents hash is not that of pieces " + (before.pieceCount() + 1) + " to "
                    + pieceCount + " and the orders and lines that they are for");
        }
        return unlessEqual(
                after,
                new LedgerEntry(
                        before.formatVersion(),
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
                        pieces.size(),
                        contentsHash,
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
