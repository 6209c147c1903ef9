package org.stampwright.postage.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.Registers;
import org.stampwright.indicium.ledger.Kind;
import org.stampwright.indicium.ledger.LedgerEntry;

/**
 * A postal security device: a record of funds with a descending register (the funds still available) and an ascending
 * register (all funds ever spent). The server system that opens it is its first owner. Each change of ownership raises
 * the epoch. Only its owner funds and debits it, each time together with the sealed ledger entry that states the same.
 * A row that does not match its last entry is suspended; a withdrawn PSD is out of use for good.
 *
 * <p>Each method guards itself twice: the entry must follow from this row (owner, epoch, number, head), and the
 * resulting registers must equal those in the entry. The version keeps a late owner's write from taking effect.
 */
@Entity
@Table(name = "psd")
public class Psd {

    static final String ACTIVE = "active";

    @Id
    private long serial;

    private String state;

    @Column(name = "owner_id")
    private long ownerId;

    private long epoch;

    private long ascending;

    private long descending;

    @Column(name = "funds_added")
    private long fundsAdded;

    @Column(name = "funds_withdrawn")
    private long fundsWithdrawn;

    @Column(name = "piece_count")
    private long pieceCount;

    @Column(name = "entry_number")
    private long entryNumber;

    private byte[] head;

    @Version
    private long version;

    protected Psd() {}

    /** Returns a device in the state of its opening entry. */
    static Psd opened(LedgerEntry first) {
        Psd psd = new Psd();
        psd.serial = first.psd().value();
        psd.state = ACTIVE;
        psd.ownerId = first.owner();
        psd.epoch = first.epoch();
        psd.entryNumber = first.number();
        psd.head = first.hash();
        return psd;
    }

    /**
     * Franks a batch: lowers the descending register and raises the ascending register by its value, and raises the
     * piece count by its pieces.
     *
     * @throws OwnershipLost if another server system owns it by now, or it is suspended
     * @throws LedgerMismatch if row and entry do not match
     */
    void debit(Money value, LedgerEntry recorded) {
        follows(recorded, Kind.FRANKED);
        Registers after = registers().debit(value);
        ascending = after.ascending().mills();
        descending = after.descending().mills();
        pieceCount += recorded.pieces();
        recordedAs(recorded);
    }

    /**
     * Credits a download of postage value: raises the descending register and the total of funds by the amount.
     *
     * @throws OwnershipLost if another server system owns it by now, or it is suspended
     * @throws LedgerMismatch if row and entry do not match
     */
    void fund(Money amount, LedgerEntry recorded) {
        follows(recorded, Kind.FUNDED);
        descending = registers().credit(amount).descending().mills();
        fundsAdded += amount.mills();
        recordedAs(recorded);
    }

    /**
     * Gives ownership to a server system, in the next epoch.
     *
     * @throws OwnershipLost if the device has changed since the entry was made
     * @throws LedgerMismatch if row and entry do not match
     */
    void taken(LedgerEntry recorded) {
        if (recorded.kind() != Kind.TAKEN
                || recorded.epoch() != epoch + 1
                || recorded.number() != entryNumber + 1
                || !state.equals(ACTIVE)) {
            throw new OwnershipLost(
                    "PSD " + serial + " is " + state + " in epoch " + epoch + " at entry " + entryNumber);
        }
        ownerId = recorded.owner();
        epoch = recorded.epoch();
        recordedAs(recorded);
    }

    private void follows(LedgerEntry recorded, Kind kind) {
        if (recorded.kind() != kind) {
            throw new IllegalArgumentException("an entry of kind " + recorded.kind() + " where " + kind + " belongs");
        }
        if (!state.equals(ACTIVE) || recorded.owner() != ownerId || recorded.epoch() != epoch) {
            throw new OwnershipLost("PSD " + serial + " is " + state + ", of owner " + ownerId + " in epoch " + epoch);
        }
    }

    private void recordedAs(LedgerEntry recorded) {
        if (recorded.psd().value() != serial
                || recorded.number() != entryNumber + 1
                || !Arrays.equals(recorded.previousHash(), head)) {
            throw new LedgerMismatch("entry " + recorded.number() + " does not follow the row of PSD " + serial
                    + ", which is at entry " + entryNumber);
        }
        entryNumber = recorded.number();
        head = recorded.hash();
        if (!says(recorded)) {
            throw new LedgerMismatch("the row of PSD " + serial + " does not match entry " + recorded.number());
        }
    }

    /** Returns whether this row matches the entry. */
    boolean says(LedgerEntry entry) {
        return entryNumber == entry.number()
                && Arrays.equals(head, entry.hash())
                && registers().equals(entry.registers())
                && fundsAdded == entry.fundsAdded().mills()
                && fundsWithdrawn == entry.fundsWithdrawn().mills()
                && pieceCount == entry.pieceCount()
                && epoch == entry.epoch()
                && ownerId == entry.owner();
    }

    Ownership ownership() {
        return new Ownership(serial, ownerId, epoch);
    }

    Registers registers() {
        return new Registers(Money.ofMills(ascending), Money.ofMills(descending));
    }

    long serial() {
        return serial;
    }

    long epoch() {
        return epoch;
    }

    long entryNumber() {
        return entryNumber;
    }

    long pieceCount() {
        return pieceCount;
    }
}
