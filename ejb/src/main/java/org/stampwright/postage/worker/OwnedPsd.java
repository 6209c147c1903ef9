package org.stampwright.postage.worker;

import org.stampwright.postage.ledger.Lease;

/** A PSD that this instance owns: its epoch, its lease, and the owner and releaser threads that work on it. */
record OwnedPsd(long serial, long epoch, Lease lease, PsdOwner owner, PsdReleaser releaser) {

    /** Returns whether an order may be queued here. */
    boolean canFrank() {
        return owner.canFrank() && releaser.canSign();
    }

    /**
     * Returns whether no work is pending here: no order to frank, and no entry to sign or send. A PSD that has an entry
     * without its receipt is not idle, since its next owner may be absent for a long time.
     */
    boolean isIdle() {
        return owner.load() == 0 && releaser.receiptedUpTo() == owner.head().number();
    }
}
