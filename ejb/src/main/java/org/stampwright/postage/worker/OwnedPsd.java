package org.stampwright.postage.worker;

import org.stampwright.postage.ledger.Lease;

/** A PSD that this instance owns: its epoch, its lease, and the two that are at work on it. */
record OwnedPsd(long serial, long epoch, Lease lease, PsdOwner owner, PsdReleaser releaser) {

    /** Whether an order may come here. */
    boolean canFrank() {
        return owner.canFrank() && releaser.canSign();
    }

    /**
     * Whether nobody waits for anything here: no order to be franked, and no entry to be signed or sent. One that has an
     * entry without its receipt is not idle, since whoever it is given to may not be there for a long time.
     */
    boolean isIdle() {
        return owner.load() == 0 && releaser.receiptedUpTo() == owner.head().number();
    }
}
