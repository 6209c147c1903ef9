package org.stampwright.indicium;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The content of an indicium, before it is signed: the 72 bytes of format version 0x81. The first 49 keep the field
 * order of the performance criteria of the Information-Based Indicia Program (IBIP) of the United States Postal Service
 * (historic; nothing here claims to be valid US postage). The layout is in {@code docs/indicium-format.md}.
 *
 * @param algorithm how it is signed
 * @param certificateSerial of the indicium key's certificate
 * @param manufacturer two capitals or digits, given by the authority with the licence
 * @param model two capitals or digits
 * @param psdSerial the device that was debited
 * @param registers after this stamp; both zero in a specimen
 * @param postage this stamp's value, 24 bits of mills
 * @param date of mailing, year 1 to 9999, or null for an undated stamp
 * @param licensingPostcode as a number of at most 32 bits
 * @param destination postcode and delivery point as a number of at most 40 bits, 0 for any
 * @param softwareId one to six printable ASCII characters
 * @param rateCategory one to four printable ASCII characters
 * @param pieceCount how many pieces the device has franked, this one included; 32 bits
 * @param licence the vendor's single licence
 * @param labelSerial of the label or sheet that it is printed on
 * @param labelPosition 1 to 65,535 on a sheet, 0 where the medium is a single label
 * @param frankedOn the day (UTC) it was made, 2000-01-01 to 2179-06-06
 * @param currency ISO 4217 numeric code, 0 to 999
 * @param country issuing country, two capitals as in ISO 3166
 */
public record IndiciumContent(
        Algorithm algorithm,
        CertificateSerial certificateSerial,
        String manufacturer,
        String model,
        PsdSerial psdSerial,
        Registers registers,
        Money postage,
        LocalDate date,
        long licensingPostcode,
        long destination,
        String softwareId,
        String rateCategory,
        long pieceCount,
        LicenceNumber licence,
        LabelSerial labelSerial,
        int labelPosition,
        LocalDate frankedOn,
        int currency,
        String country) {

    /** The format version, the first byte. Indicia below 0x80 are historic. */
    public static final int FORMAT_VERSION = 0x81;

    /** The length of a content in bytes. */
    public static final int LENGTH = 72;

    /** The maximum value of one stamp: 16,777.215 currency units. */
    public static final Money MAXIMUM_POSTAGE = Money.ofMills(Bounds.U24);

    /** The earliest day for {@code frankedOn}. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    /**
     * Checks every component.
     *
     * @throws IllegalArgumentException naming the field and the violated bound
     * @throws NullPointerException naming the missing field; only the date may be null
     */
    public IndiciumContent {
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(certificateSerial, "certificate serial number");
        Objects.requireNonNull(psdSerial, "PSD serial number");
        Objects.requireNonNull(licence, "licence number");
        Objects.requireNonNull(labelSerial, "label serial number");
        Objects.requireNonNull(registers, "registers");
        Objects.requireNonNull(postage, "postage");
        Objects.requireNonNull(frankedOn, "franked on");
        Ascii.identifier("manufacturer", manufacturer, 2);
        Ascii.identifier("model", model, 2);
        Ascii.text("software id", softwareId, 6);
        Ascii.text("rate category", rateCategory, 4);
        Ascii.identifier("issuing country", country, 2);
        Bounds.within("postage in mills", postage.mills(), 0, Bounds.U24);
        Bounds.within("year of the date of mailing", date == null ? 1 : date.getYear(), 1, 9999);
        Bounds.within("licensing postcode", licensingPostcode, 0, Bounds.U32);
        Bounds.within("destination", destination, 0, Bounds.U40);
        Bounds.within("piece count", pieceCount, 0, Bounds.U32);
        Bounds.within("label position", labelPosition, 0, Bounds.U16);
        Bounds.within(
                "franked on, in days since 2000-01-01", frankedOn.toEpochDay() - FIRST_DAY.toEpochDay(), 0, Bounds.U16);
        Bounds.within("currency", currency, 0, 999);
    }

    /** Returns a builder in which only the algorithm is set. */
    public static ContentBuilder builder() {
        return new ContentBuilder();
    }

    /** Returns a builder with the values of this content. */
    public ContentBuilder toBuilder() {
        return new ContentBuilder(this);
    }

    /** Returns the 72 bytes that are signed. */
    public byte[] encode() {
        return ContentBytes.of(this);
    }

    /**
     * Reads 72 bytes.
     *
     * @throws IllegalArgumentException naming the field and the violated bound
     */
    public static IndiciumContent decode(byte[] bytes) {
        return ContentBytes.read(bytes);
    }

    /** Returns {@link #FORMAT_VERSION}. */
    public int formatVersion() {
        return FORMAT_VERSION;
    }

    /** Returns the ascending register after this stamp. */
    public Money ascending() {
        return registers.ascending();
    }

    /** Returns the descending register after this stamp. */
    public Money descending() {
        return registers.descending();
    }

    /** Returns manufacturer, model and PSD serial number, as printed on a stamp. */
    public String deviceNumber() {
        return manufacturer + model + psdSerial;
    }

    /** Returns the same content with zeroed registers, for display where a signed indicium must not appear. */
    public SignedIndicium specimen() {
        return new SignedIndicium(
                toBuilder().registers(Registers.ZERO).build(), new byte[SignedIndicium.SIGNATURE_LENGTH]);
    }
}
