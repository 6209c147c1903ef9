package org.stampwright.indicium.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.Registers;
import org.stampwright.indicium.trust.Sha256;

/**
 * One entry in the ledger of a postal security device: the state of the device <em>after</em> it. An entry is computed
 * from its predecessor by a verb ({@link #opened}, {@link #taken}, {@link #funded}, {@link #franked}, …), sealed by its
 * owner's module, and never changed. A verb whose guard fails throws {@link IllegalArgumentException}; check
 * {@link #canFrank} first.
 *
 * @param formatVersion {@link #FORMAT_VERSION}, or 1 in an older ledger; see {@link #taken}
 * @param psd the device
 * @param number 1, 2, 3, … for each device
 * @param kind what happened
 * @param registers after it
 * @param fundsAdded all funds ever added
 * @param fundsWithdrawn all funds ever withdrawn
 * @param pieceCount pieces ever franked
 * @param state after it
 * @param maximumDescending the descending register's limit
 * @param maximumPostage the limit of a piece's value
 * @param owner the server system that wrote it
 * @param epoch of that ownership; rises with every takeover
 * @param sealCertificate serial number of the certificate of the key that seals it
 * @param pieces how many were franked by this entry, 0 unless {@link Kind#FRANKED}
 * @param contentsHash see {@link #contentsHash(int, List)}; all zero unless {@link Kind#FRANKED}
 * @param previousHash {@link #hash()} of the entry before; all zero in the first
 */
public record LedgerEntry(
        int formatVersion,
        PsdSerial psd,
        long number,
        Kind kind,
        Registers registers,
        Money fundsAdded,
        Money fundsWithdrawn,
        long pieceCount,
        PsdState state,
        Money maximumDescending,
        Money maximumPostage,
        long owner,
        long epoch,
        CertificateSerial sealCertificate,
        int pieces,
        byte[] contentsHash,
        byte[] previousHash) {

    /**
     * The newest format: its contents hash binds each piece to its order, attempt and line. Version 1 binds the
     * contents alone.
     */
    public static final int FORMAT_VERSION = 2;

    /** The oldest format that can be read. */
    static final int OLDEST_FORMAT_VERSION = 1;

    /** The length of an entry in bytes. */
    public static final int LENGTH = EntryBytes.LENGTH;

    private static final byte[] NO_HASH = new byte[Sha256.LENGTH];

    /** @throws IllegalArgumentException naming the field, or the law, that is violated */
    public LedgerEntry {
        require(
                formatVersion >= OLDEST_FORMAT_VERSION && formatVersion <= FORMAT_VERSION,
                "format version of a ledger entry must be " + OLDEST_FORMAT_VERSION + " or " + FORMAT_VERSION + ", not "
                        + formatVersion);
        Objects.requireNonNull(psd, "PSD serial number");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(sealCertificate, "seal certificate");
        positive("entry number", number);
        notNegative("piece count", pieceCount);
        notNegative("owner", owner);
        notNegative("epoch", epoch);
        notNegative("pieces", pieces);
        contentsHash = hash("contents hash", contentsHash);
        previousHash = hash("previous hash", previousHash);
        require(
                kind == Kind.FRANKED || pieces == 0 && Arrays.equals(contentsHash, NO_HASH),
                "an entry that is " + kind + " has no pieces and no contents hash");
        if (registers.ascending().plus(registers.descending()).mills()
                != fundsAdded.minus(fundsWithdrawn).mills()) {
            throw new IllegalArgumentException("ascending + descending must be funds added - funds withdrawn: "
                    + registers + ", " + fundsAdded + ", " + fundsWithdrawn);
        }
    }

    /** Returns the first entry of a device, in the newest format. */
    public static LedgerEntry opened(
            PsdSerial psd,
            Money maximumDescending,
            Money maximumPostage,
            long owner,
            long epoch,
            CertificateSerial sealCertificate) {
        return new LedgerEntry(
                FORMAT_VERSION,
                psd,
                1,
                Kind.OPENED,
                Registers.ZERO,
                Money.ZERO,
                Money.ZERO,
                0,
                PsdState.ACTIVE,
                maximumDescending,
                maximumPostage,
                owner,
                epoch,
                sealCertificate,
                0,
                NO_HASH,
                NO_HASH);
    }

    /**
     * Returns the entry of a takeover: a server system, possibly the same one, takes ownership in a later epoch. It is
     * in the newest format, whatever the format of its predecessor; every other verb keeps the predecessor's format.
     */
    public LedgerEntry taken(long newOwner, long newEpoch, CertificateSerial newSealCertificate) {
        require(newEpoch > epoch, "epoch " + newEpoch + " is not above " + epoch);
        require(state != PsdState.WITHDRAWN, "a withdrawn PSD cannot be taken");
        return new LedgerEntry(
                FORMAT_VERSION,
                psd,
                number + 1,
                Kind.TAKEN,
                registers,
                fundsAdded,
                fundsWithdrawn,
                pieceCount,
                state,
                maximumDescending,
                maximumPostage,
                newOwner,
                newEpoch,
                newSealCertificate,
                0,
                NO_HASH,
                hash());
    }

    /** Returns the entry for added funds. */
    public LedgerEntry funded(Money amount) {
        require(state == PsdState.ACTIVE, "a PSD that is " + state + " cannot be funded");
        require(!amount.isZero(), "funds of zero");
        Registers after = registers.credit(amount);
        require(
                !after.descending().isMoreThan(maximumDescending),
                "the descending register would hold " + after.descending() + ", more than its maximum of "
                        + maximumDescending);
        return next(Kind.FUNDED, after, fundsAdded.plus(amount), fundsWithdrawn, state);
    }

    /** Returns whether a batch with this total and this most expensive piece can be franked now. */
    public boolean canFrank(Money total, Money dearestPiece) {
        return state == PsdState.ACTIVE && registers.covers(total) && !dearestPiece.isMoreThan(maximumPostage);
    }

    /**
     * Returns the entry for a franked batch.
     *
     * @param pieces in the order of their piece counts, each with the registers after it; checked one by one
     */
    public LedgerEntry franked(List<FrankedPiece> pieces) {
        Money total = pieces.stream().map(FrankedPiece::postage).reduce(Money.ZERO, Money::plus);
        LedgerEntry after = new LedgerEntry(
                formatVersion,
                psd,
                number + 1,
                Kind.FRANKED,
                registers.debit(total),
                fundsAdded,
                fundsWithdrawn,
                pieceCount + pieces.size(),
                state,
                maximumDescending,
                maximumPostage,
                owner,
                epoch,
                sealCertificate,
                pieces.size(),
                contentsHash(formatVersion, pieces),
                hash());
        Succession.objection(this, after, pieces).ifPresent(objection -> require(false, objection));
        return after;
    }

    /**
     * Returns the entry for a withdrawal: the rest of the descending register goes back, and the device is permanently
     * out of use.
     */
    public LedgerEntry withdrawn() {
        require(state != PsdState.WITHDRAWN, "the PSD is already withdrawn");
        Money rest = registers.descending();
        return next(
                Kind.WITHDRAWN, registers.withdraw(rest), fundsAdded, fundsWithdrawn.plus(rest), PsdState.WITHDRAWN);
    }

    /**
     * Returns the entry for a suspension, after which the device franks nothing until it is resumed; refused unless
     * active.
     */
    public LedgerEntry suspended() {
        require(state == PsdState.ACTIVE, "a PSD that is " + state + " cannot be suspended");
        return next(Kind.SUSPENDED, registers, fundsAdded, fundsWithdrawn, PsdState.SUSPENDED);
    }

    /** Returns the entry for a resumption; refused unless suspended. */
    public LedgerEntry resumed() {
        require(state == PsdState.SUSPENDED, "a PSD that is " + state + " cannot be resumed");
        return next(Kind.RESUMED, registers, fundsAdded, fundsWithdrawn, PsdState.ACTIVE);
    }

    private LedgerEntry next(Kind nextKind, Registers after, Money added, Money withdrawn, PsdState nextState) {
        return new LedgerEntry(
                formatVersion,
                psd,
                number + 1,
                nextKind,
                after,
                added,
                withdrawn,
                pieceCount,
                nextState,
                maximumDescending,
                maximumPostage,
                owner,
                epoch,
                sealCertificate,
                0,
                NO_HASH,
                hash());
    }

    /** Returns the same entry in this format, as a device would have written it whose ledger is in that format. */
    public LedgerEntry inFormat(int version) {
        return new LedgerEntry(
                version,
                psd,
                number,
                kind,
                registers,
                fundsAdded,
                fundsWithdrawn,
                pieceCount,
                state,
                maximumDescending,
                maximumPostage,
                owner,
                epoch,
                sealCertificate,
                pieces,
                contentsHash,
                previousHash);
    }

    /**
     * Returns SHA-256 over the hash of each piece, in the order of their piece counts.
     *
     * @throws IllegalArgumentException if the format binds orders and a piece has no binding
     */
    public static byte[] contentsHash(int formatVersion, List<FrankedPiece> pieces) {
        return contentsHashOf(
                pieces.stream().map(piece -> piece.hash(formatVersion)).toList());
    }

    /** Returns the same from the pieces' own hashes. */
    public static byte[] contentsHashOf(List<byte[]> hashes) {
        return hashes.isEmpty() ? NO_HASH.clone() : Sha256.of(hashes.toArray(byte[][]::new));
    }

    /** Returns the bytes that are sealed. */
    public byte[] encode() {
        return EntryBytes.of(this);
    }

    /** @throws IllegalArgumentException naming the error */
    public static LedgerEntry decode(byte[] bytes) {
        return EntryBytes.read(bytes);
    }

    /** Returns SHA-256 of {@link #encode()}, which the next entry contains. */
    public byte[] hash() {
        return Sha256.of(encode());
    }

    /** Returns a copy. */
    @Override
    public byte[] contentsHash() {
        return contentsHash.clone();
    }

    /** Returns a copy. */
    @Override
    public byte[] previousHash() {
        return previousHash.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerEntry that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    private static void require(boolean holds, String refusal) {
        if (!holds) {
            throw new IllegalArgumentException(refusal);
        }
    }

    private static void positive(String field, long value) {
        require(value > 0, field + " must be 1 or more, not " + value);
    }

    private static void notNegative(String field, long value) {
        require(value >= 0, field + " must not be negative, but is " + value);
    }

    private static byte[] hash(String field, byte[] hash) {
        require(hash.length == Sha256.LENGTH, field + " must be 32 bytes, not " + hash.length);
        return hash.clone();
    }
}
