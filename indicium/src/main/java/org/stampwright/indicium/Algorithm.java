package org.stampwright.indicium;

/** The signature algorithm of an indicium; it must match the key of the certificate that the indicium names. */
public enum Algorithm {

    /** DSA with SHA-1, of historic indicia. */
    DSA(1),
    /** ECDSA on P-256 with SHA-256, the only one for new signatures. */
    ECDSA_P256(3);

    private final int code;

    Algorithm(int code) {
        this.code = code;
    }

    /** Returns the byte in an indicium. */
    public int code() {
        return code;
    }

    static Algorithm ofCode(int code) {
        for (Algorithm algorithm : values()) {
            if (algorithm.code == code) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("algorithm must be 1 (DSA) or 3 (ECDSA P-256), not " + code);
    }
}
