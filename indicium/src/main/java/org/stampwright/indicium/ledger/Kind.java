package org.stampwright.indicium.ledger;

/** The kind of a ledger entry. */
public enum Kind {

    /** The device was created: both registers zero, limits and owner set. Always, and only, entry number 1. */
    OPENED(1),
    /** A server system took ownership, in an epoch above the one before. */
    TAKEN(2),
    /** Funds were added: descending register and funds added rise by the same amount. */
    FUNDED(3),
    /** A batch of pieces was franked: the descending register falls, the ascending register rises. */
    FRANKED(4),
    /** The remaining funds went back to the account and the device is permanently out of use. */
    WITHDRAWN(5),
    /** The device was suspended: no funding and no franking until it is resumed. */
    SUSPENDED(6),
    /** The device was resumed. */
    RESUMED(7);

    private final int code;

    Kind(int code) {
        this.code = code;
    }

    /** Returns the byte in an entry. */
    public int code() {
        return code;
    }

    static Kind ofCode(int code) {
        for (Kind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind of a ledger entry must be 1 to 7, not " + code);
    }
}
