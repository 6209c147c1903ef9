package org.stampwright.indicium.ledger;

/** The state of a postal security device after an entry. */
public enum PsdState {

    /** It may be funded and debited. */
    ACTIVE(1),
    /** It may only be taken over or resumed. */
    SUSPENDED(2),
    /** Permanently out of use; no entry follows. */
    WITHDRAWN(3);

    private final int code;

    PsdState(int code) {
        this.code = code;
    }

    /** Returns the byte in an entry. */
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
