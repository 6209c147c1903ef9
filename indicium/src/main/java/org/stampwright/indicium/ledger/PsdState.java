package org.stampwright.indicium.ledger;

/** Whether a postal security device may be used, after an entry. */
public enum PsdState {

    /** It may be funded and debited. */
    ACTIVE(1),
    /** It may be taken over or resumed, nothing else. */
    SUSPENDED(2),
    /** Out of use for good; no entry follows. */
    WITHDRAWN(3);

    private final int code;

    PsdState(int code) {
        this.code = code;
    }

    /** The byte in an entry. */
    public int code() {
        return code;
    }

    static PsdState ofCode(int code) {
        for (PsdState state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalArgumentException("state of a PSD must be 1 to 3, not " + code);
    }
}
