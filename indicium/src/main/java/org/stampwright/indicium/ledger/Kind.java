package org.stampwright.indicium.ledger;

/** What a ledger entry records. */
public enum Kind {

    /** The device came to be: both registers zero, limits and owner set. Always entry number 1, and only that. */
    OPENED(1),
    /** A server system took ownership, in an epoch above the one before. */
    TAKEN(2),
    /** Funds came in: descending register and funds added up by the same amount. */
    FUNDED(3),
    /** A batch of pieces was franked: descending register down, ascending register up. */
    FRANKED(4),
    /** The rest of the funds went back to the account and the device is out of use for good. */
    WITHDRAWN(5),
    /** No funding and no franking until it is resumed. */
    SUSPENDED(6),
    /** In use again. */
    RESUMED(7);

    private final int code;

    Kind(int code) {
        this.code = code;
    }

    /** The byte in an entry. */
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
