package org.stampwright.indicium.ledger;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.trust.Sha256;

/**
 * The authority's statement that it has a device's ledger up to an entry, with the head's hash.
 *
 * @param psd the device
 * @param entryNumber of the last entry that it has
 * @param head {@link LedgerEntry#hash()} of that entry
 * @param issuedAt in whole seconds; fractions are cut off
 */
public record Receipt(PsdSerial psd, long entryNumber, byte[] head, Instant issuedAt) {

    /** The length of a receipt in bytes, without its signature. */
    public static final int LENGTH = 60;

    private static final byte[] FORMAT = "SW-RCPT1".getBytes(StandardCharsets.US_ASCII);

    /** @throws IllegalArgumentException if the entry number is below 1 or the head does not have 32 bytes */
    public Receipt {
        Objects.requireNonNull(psd, "PSD serial number");
        if (entryNumber < 1) {
            throw new IllegalArgumentException("entry number must be 1 or more, not " + entryNumber);
        }
        if (head.length != Sha256.LENGTH) {
            throw new IllegalArgumentException("head must be 32 bytes, not " + head.length);
        }
        head = head.clone();
        issuedAt = Instant.ofEpochSecond(issuedAt.getEpochSecond());
    }

    /** Returns a copy. */
    @Override
    public byte[] head() {
        return head.clone();
    }

    /** Returns whether it covers exactly this entry. */
    public boolean covers(LedgerEntry entry) {
        return entry.psd().equals(psd) && entry.number() == entryNumber && Arrays.equals(entry.hash(), head);
    }

    /** Returns the bytes that the authority signs. */
    public byte[] encode() {
        return ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(FORMAT)
                .putInt((int) psd.value())
                .putLong(entryNumber)
                .put(head)
                .putLong(issuedAt.getEpochSecond())
                .array();
    }

    /** @throws IllegalArgumentException naming the error */
    public static Receipt decode(byte[] bytes) {
        if (bytes.length != LENGTH || !Arrays.equals(bytes, 0, FORMAT.length, FORMAT, 0, FORMAT.length)) {
            throw new IllegalArgumentException("a receipt has " + LENGTH + " bytes and starts with SW-RCPT1");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(FORMAT.length);
        PsdSerial psd = new PsdSerial(Integer.toUnsignedLong(in.getInt()));
        long number = in.getLong();
        byte[] head = new byte[Sha256.LENGTH];
        in.get(head);
        return new Receipt(psd, number, head, seconds(in.getLong()));
    }

    private static Instant seconds(long epochSecond) {
        if (epochSecond < Instant.MIN.getEpochSecond() || epochSecond > Instant.MAX.getEpochSecond()) {
            throw new IllegalArgumentException("time of a receipt is out of range: " + epochSecond);
        }
        return Instant.ofEpochSecond(epochSecond);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Receipt that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }
}
