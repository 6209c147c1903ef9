package org.stampwright.indicium;

import java.util.Locale;

/**
 * The serial number of a postal security device, never reused.
 *
 * @param value 1 to 99,999,999
 */
public record PsdSerial(long value) implements Comparable<PsdSerial> {

    /** The largest serial number. */
    public static final long MAXIMUM = 99_999_999L;

    /** @throws IllegalArgumentException naming the violated bound */
    public PsdSerial {
        Bounds.within("PSD serial number", value, 1, MAXIMUM);
    }

    @Override
    public int compareTo(PsdSerial other) {
        return Long.compare(value, other.value);
    }

    /** Returns eight digits, as printed on a stamp after manufacturer and model. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%08d", value);
    }
}
