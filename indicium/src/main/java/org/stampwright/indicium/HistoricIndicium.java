package org.stampwright.indicium;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * An Information-Based Indicium of the past, format version below 0x80, decoded but never verified, because its keys
 * and devices no longer exist. Its first 49 bytes have the field order of ours. A DSA signature of 40 bytes starts at
 * byte 49 or, after a piece number of 4 bytes, at byte 53; the vendor's own data follow.
 *
 * <p>The order is that of the performance criteria of the Information-Based Indicia Program (IBIP) of the United States
 * Postal Service, which ended in 2024–25.
 *
 * @param formatVersion 0 to 0x7F
 * @param algorithm as in the byte, not verified
 * @param certificateSerial 32 bits
 * @param manufacturer as text if printable, else as hex
 * @param model as text if printable, else as hex
 * @param psdSerial 32 bits
 * @param ascending after this stamp
 * @param postage this stamp's value
 * @param dateOfMailing the number in the field, mostly yyyymmdd
 * @param licensingPostcode 32 bits
 * @param destination 40 bits
 * @param softwareId as text if printable, else as hex
 * @param descending after this stamp
 * @param rateCategory as text if printable, else as hex
 * @param rest what follows byte 49, in hex
 */
public record HistoricIndicium(
        int formatVersion,
        int algorithm,
        long certificateSerial,
        String manufacturer,
        String model,
        long psdSerial,
        Money ascending,
        Money postage,
        long dateOfMailing,
        long licensingPostcode,
        long destination,
        String softwareId,
        Money descending,
        String rateCategory,
        String rest) {

    /** Bytes before signature or piece number; an indicium with fewer cannot be decoded. */
    public static final int FIXED_LENGTH = 49;

    private static final int PIECE_NUMBER_LENGTH = 4;
    private static final int DSA_SIGNATURE_LENGTH = 40;

    /** Decodes at least 49 bytes, the first below 0x80. */
    static HistoricIndicium read(byte[] bytes) {
        FieldReader in = new FieldReader(bytes);
        int formatVersion = (int) in.number(1);
        int algorithm = (int) in.number(1);
        long certificate = in.number(4);
        String manufacturer = textOrHex(in.bytes(2));
        String model = textOrHex(in.bytes(2));
        long psdSerial = in.number(4);
        Money ascending = Money.ofMills(in.number(5));
        Money postage = Money.ofMills(in.number(3));
        long date = in.number(4);
        long postcode = in.number(4);
        long destination = in.number(5);
        String softwareId = textOrHex(in.bytes(6));
        Money descending = Money.ofMills(in.number(4));
        return new HistoricIndicium(
                formatVersion,
                algorithm,
                certificate,
                manufacturer,
                model,
                psdSerial,
                ascending,
                postage,
                date,
                postcode,
                destination,
                softwareId,
                descending,
                textOrHex(in.bytes(4)),
                HexFormat.of().formatHex(in.rest()));
    }

    /** Returns the day of mailing, or null if the number is zero or not a date. */
    public LocalDate date() {
        try {
            return ContentBytes.date(dateOfMailing);
        } catch (IllegalArgumentException noDate) {
            return null;
        }
    }

    /**
     * Returns the piece number if it can be determined: there is room for it and a signature, and its two high bytes
     * are zero, as in one signature of 65,536. Empty for a specimen with zeros there.
     */
    public OptionalLong pieceCount() {
        byte[] bytes = HexFormat.of().parseHex(rest);
        if (bytes.length < PIECE_NUMBER_LENGTH + DSA_SIGNATURE_LENGTH || bytes[2] != 0 || bytes[3] != 0) {
            return OptionalLong.empty();
        }
        long number = new FieldReader(bytes).number(PIECE_NUMBER_LENGTH);
        return number == 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Returns whether registers and signature are zeroed. */
    public boolean isSpecimen() {
        byte[] bytes = HexFormat.of().parseHex(rest);
        return ascending.isZero() && descending.isZero() && (isZero(bytes, 0) || isZero(bytes, PIECE_NUMBER_LENGTH));
    }

    /** Returns the fields with the same names as {@link SignedIndicium#fields()}, without those that it lacks. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("formatVersion", (long) formatVersion);
        fields.put("algorithm", (long) algorithm);
        fields.put("certificateSerial", certificateSerial);
        fields.put("manufacturer", manufacturer);
        fields.put("model", model);
        fields.put("psdSerial", String.format(Locale.ROOT, "%08d", psdSerial));
        fields.put("ascending", ascending.mills());
        fields.put("postage", postage.mills());
        fields.put("date", date() == null ? null : date().toString());
        fields.put("licensingPostcode", licensingPostcode);
        fields.put("destination", destination);
        fields.put("softwareId", softwareId);
        fields.put("descending", descending.mills());
        fields.put("rateCategory", rateCategory);
        pieceCount().ifPresent(number -> fields.put("pieceCount", number));
        fields.put("rest", rest);
        return fields;
    }

    private static boolean isZero(byte[] bytes, int from) {
        return bytes.length >= from + DSA_SIGNATURE_LENGTH
                && Arrays.equals(
                        bytes,
                        from,
                        from + DSA_SIGNATURE_LENGTH,
                        new byte[DSA_SIGNATURE_LENGTH],
                        0,
                        DSA_SIGNATURE_LENGTH);
    }

    private static String textOrHex(byte[] bytes) {
        String text = Ascii.read(bytes);
        return Ascii.isPrintable(text) ? text : HexFormat.of().formatHex(bytes);
    }
}
