package org.stampwright.indicium;

/**
 * The X.509 serial number of a certificate that the postal authority issued to a module's key, never used again.
 *
 * @param value 1 to 2<sup>32</sup> − 1
 */
public record CertificateSerial(long value) implements Comparable<CertificateSerial> {

    /** The largest serial number. */
    public static final long MAXIMUM = Bounds.U32;

    /** @throws IllegalArgumentException naming the violated bound */
    public CertificateSerial {
        Bounds.within("certificate serial number", value, 1, MAXIMUM);
    }

    @Override
    public int compareTo(CertificateSerial other) {
        return Long.compare(value, other.value);
    }

    /** Returns the decimal digits. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
