package org.stampwright.indicium;

/** The result of decoding. Decoding is total: any bytes have a result, and none throws. */
public sealed interface Decoded {

    /** An indicium in our format, specimens included. */
    record Ours(SignedIndicium indicium) implements Decoded {}

    /** A historic indicium, which is decoded but not verified. */
    record Historic(HistoricIndicium indicium) implements Decoded {}

    /**
     * Bytes that are not a known indicium.
     *
     * @param reason one phrase that names the field and the bound
     */
    record Refused(String reason) implements Decoded {}

    /** Decodes the bytes. */
    static Decoded of(byte[] bytes) {
        if (bytes.length == 0) {
            return new Refused("no bytes at all");
        }
        int formatVersion = bytes[0] & 0xFF;
        if (formatVersion < 0x80) {
            return bytes.length < HistoricIndicium.FIXED_LENGTH
                    ? new Refused("length of a historic indicium in bytes must be at least 49, not " + bytes.length)
                    : new Historic(HistoricIndicium.read(bytes));
        }
        if (formatVersion != IndiciumContent.FORMAT_VERSION) {
            return new Refused(String.format("format version 0x%02X is not known here", formatVersion));
        }
        try {
            return new Ours(SignedIndicium.decode(bytes));
        } catch (IllegalArgumentException refusal) {
            return new Refused(refusal.getMessage());
        }
    }
}
