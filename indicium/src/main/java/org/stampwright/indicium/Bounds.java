package org.stampwright.indicium;

/** Refuses a number outside its field's bounds, always with the same message: field, bounds, value. */
final class Bounds {

    static final long U16 = 0xFFFFL;
    static final long U24 = 0xFF_FFFFL;
    static final long U32 = 0xFFFF_FFFFL;
    static final long U40 = 0xFF_FFFF_FFFFL;

    private Bounds() {}

    static long within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + " must be " + least + " to " + most + ", not " + value);
        }
        return value;
    }
}
