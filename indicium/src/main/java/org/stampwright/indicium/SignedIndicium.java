package org.stampwright.indicium;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An indicium as encoded in a symbol: 72 bytes of content and a signature of 64. The signature is not verified here,
 * see {@link org.stampwright.indicium.trust.IndiciumVerifier}.
 *
 * @param content what is signed
 * @param signature r and s of 32 bytes each, big-endian, over the encoded content; all zero in a specimen
 */
public record SignedIndicium(IndiciumContent content, byte[] signature) {

    /** The length of a signature in bytes. */
    public static final int SIGNATURE_LENGTH = 64;

    /** The total length in bytes. */
    public static final int LENGTH = IndiciumContent.LENGTH + SIGNATURE_LENGTH;

    /** @throws IllegalArgumentException if the signature does not have 64 bytes */
    public SignedIndicium {
        Objects.requireNonNull(content, "content");
        Bounds.within("length of the signature in bytes", signature.length, SIGNATURE_LENGTH, SIGNATURE_LENGTH);
        signature = signature.clone();
    }

    /** Returns a copy. */
    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** Returns the 136 bytes of the symbol. */
    public byte[] encode() {
        byte[] bytes = Arrays.copyOf(content.encode(), LENGTH);
        System.arraycopy(signature, 0, bytes, IndiciumContent.LENGTH, SIGNATURE_LENGTH);
        return bytes;
    }

    /**
     * Reads 136 bytes. For bytes of unknown kind, see {@link Decoded#of}.
     *
     * @throws IllegalArgumentException naming the field and the violated bound
     */
    public static SignedIndicium decode(byte[] bytes) {
        Bounds.within("length of an indicium in bytes", bytes.length, LENGTH, LENGTH);
        return new SignedIndicium(
                IndiciumContent.decode(Arrays.copyOf(bytes, IndiciumContent.LENGTH)),
                Arrays.copyOfRange(bytes, IndiciumContent.LENGTH, LENGTH));
    }

    /**
     * Returns whether registers and signature are all zero, as in the pictures that are shown before a stamp is
     * printed.
     */
    public boolean isSpecimen() {
        return content.registers().equals(Registers.ZERO) && Arrays.equals(signature, new byte[SIGNATURE_LENGTH]);
    }

    /**
     * Returns the fields with the names and in the order of {@code docs/indicium-format.md}, the same as for a historic
     * one: money, registers, counts, serial numbers of certificates, licence, position, currency and postcodes as Long,
     * dates as ISO text or null, the rest as text, the signature as hex.
     */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("formatVersion", (long) content.formatVersion());
        fields.put("algorithm", (long) content.algorithm().code());
        fields.put("certificateSerial", content.certificateSerial().value());
        fields.put("manufacturer", content.manufacturer());
        fields.put("model", content.model());
        fields.put("psdSerial", content.psdSerial().toString());
        fields.put("ascending", content.ascending().mills());
        fields.put("postage", content.postage().mills());
        fields.put("date", content.date() == null ? null : content.date().toString());
        fields.put("licensingPostcode", content.licensingPostcode());
        fields.put("destination", content.destination());
        fields.put("softwareId", content.softwareId());
        fields.put("descending", content.descending().mills());
        fields.put("rateCategory", content.rateCategory());
        fields.put("pieceCount", content.pieceCount());
        fields.put("licence", content.licence().value());
        fields.put("labelSerial", content.labelSerial().printed());
        fields.put("labelPosition", (long) content.labelPosition());
        fields.put("frankedOn", content.frankedOn().toString());
        fields.put("currency", (long) content.currency());
        fields.put("country", content.country());
        fields.put("signature", HexFormat.of().formatHex(signature));
        return fields;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedIndicium that
                && content.equals(that.content)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return 31 * content.hashCode() + Arrays.hashCode(signature);
    }
}
