package org.stampwright.indicium;

/**
 * The number of the one licence under which a vendor franks, assigned by the postal authority.
 *
 * @param value 1 to 2<sup>32</sup> − 1
 */
public record LicenceNumber(long value) implements Comparable<LicenceNumber> {

    /** The largest licence number. */
    public static final long MAXIMUM = Bounds.U32;

    /** @throws IllegalArgumentException naming the violated bound */
    public LicenceNumber {
        Bounds.within("licence number", value, 1, MAXIMUM);
    }

    @Override
    public int compareTo(LicenceNumber other) {
        return Long.compare(value, other.value);
    }

    /** Returns the decimal digits. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
