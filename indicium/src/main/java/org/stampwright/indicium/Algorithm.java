package org.stampwright.indicium;

/** The signature algorithm that an indicium names; it must agree with the key of the certificate that it names. */
public enum Algorithm {

    /** DSA with SHA-1, of historic indicia. */
    DSA(1),
    /** ECDSA on P-256 with SHA-256, the only one that a module signs with today. */
    ECDSA_P256(3);

    private final int code;

    Algorithm(int code) {
        this.code = code;
    }

    /** The byte in an indicium. */
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
