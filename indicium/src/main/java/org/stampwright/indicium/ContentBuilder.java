package org.stampwright.indicium;

import java.time.LocalDate;

/**
 * A builder for {@link IndiciumContent}. Not thread-safe. Registers, date, licensing postcode, destination, piece count
 * and label position start as zero or none; all other fields must be set.
 */
public final class ContentBuilder {

    private Algorithm algorithm = Algorithm.ECDSA_P256;
    private CertificateSerial certificateSerial;
    private String manufacturer;
    private String model;
    private PsdSerial psdSerial;
    private Registers registers = Registers.ZERO;
    private Money postage;
    private LocalDate date;
    private long licensingPostcode;
    private long destination;
    private String softwareId;
    private String rateCategory;
    private long pieceCount;
    private LicenceNumber licence;
    private LabelSerial labelSerial;
    private int labelPosition;
    private LocalDate frankedOn;
    private int currency;
    private String country;

    ContentBuilder() {}

    ContentBuilder(IndiciumContent content) {
        algorithm = content.algorithm();
        certificateSerial = content.certificateSerial();
        manufacturer = content.manufacturer();
        model = content.model();
        psdSerial = content.psdSerial();
        registers = content.registers();
        postage = content.postage();
        date = content.date();
        licensingPostcode = content.licensingPostcode();
        destination = content.destination();
        softwareId = content.softwareId();
        rateCategory = content.rateCategory();
        pieceCount = content.pieceCount();
        licence = content.licence();
        labelSerial = content.labelSerial();
        labelPosition = content.labelPosition();
        frankedOn = content.frankedOn();
        currency = content.currency();
        country = content.country();
    }

    /** Sets the signature algorithm. */
    public ContentBuilder algorithm(Algorithm algorithm) {
        this.algorithm = algorithm;
        return this;
    }

    /** Sets the serial number of the indicium key's certificate. */
    public ContentBuilder certificateSerial(CertificateSerial certificateSerial) {
        this.certificateSerial = certificateSerial;
        return this;
    }

    /** Sets the manufacturer: two capitals or digits. */
    public ContentBuilder manufacturer(String manufacturer) {
        this.manufacturer = manufacturer;
        return this;
    }

    /** Sets the model: two capitals or digits. */
    public ContentBuilder model(String model) {
        this.model = model;
        return this;
    }

    /** Sets the device that is debited. */
    public ContentBuilder psdSerial(PsdSerial psdSerial) {
        this.psdSerial = psdSerial;
        return this;
    }

    /** Sets both registers as they are after this stamp. */
    public ContentBuilder registers(Registers registers) {
        this.registers = registers;
        return this;
    }

    /** Sets the value, at most 24 bits of mills. */
    public ContentBuilder postage(Money postage) {
        this.postage = postage;
        return this;
    }

    /** Sets the date of mailing, or null for an undated stamp. */
    public ContentBuilder date(LocalDate date) {
        this.date = date;
        return this;
    }

    /** Sets the licensing postcode as a number of at most 32 bits. */
    public ContentBuilder licensingPostcode(long licensingPostcode) {
        this.licensingPostcode = licensingPostcode;
        return this;
    }

    /** Sets the destination as a number of at most 40 bits, 0 for any. */
    public ContentBuilder destination(long destination) {
        this.destination = destination;
        return this;
    }

    /** Sets one to six printable ASCII characters. */
    public ContentBuilder softwareId(String softwareId) {
        this.softwareId = softwareId;
        return this;
    }

    /** Sets one to four printable ASCII characters. */
    public ContentBuilder rateCategory(String rateCategory) {
        this.rateCategory = rateCategory;
        return this;
    }

    /** Sets the piece count including this piece, at most 32 bits. */
    public ContentBuilder pieceCount(long pieceCount) {
        this.pieceCount = pieceCount;
        return this;
    }

    /** Sets the vendor's licence. */
    public ContentBuilder licence(LicenceNumber licence) {
        this.licence = licence;
        return this;
    }

    /** Sets the serial number of the label or sheet. */
    public ContentBuilder labelSerial(LabelSerial labelSerial) {
        this.labelSerial = labelSerial;
        return this;
    }

    /** Sets the position: 1 to 65,535 on a sheet, 0 on a single label. */
    public ContentBuilder labelPosition(int labelPosition) {
        this.labelPosition = labelPosition;
        return this;
    }

    /** Sets the day (UTC), 2000-01-01 to 2179-06-06. */
    public ContentBuilder frankedOn(LocalDate frankedOn) {
        this.frankedOn = frankedOn;
        return this;
    }

    /** Sets the currency, ISO 4217 numeric. */
    public ContentBuilder currency(int currency) {
        this.currency = currency;
        return this;
    }

    /** Sets the country, ISO 3166, two capitals. */
    public ContentBuilder country(String country) {
        this.country = country;
        return this;
    }

    /** @throws IllegalArgumentException naming the field that is missing or out of bounds */
    public IndiciumContent build() {
        return new IndiciumContent(
                algorithm,
                certificateSerial,
                manufacturer,
                model,
                psdSerial,
                registers,
                postage,
                date,
                licensingPostcode,
                destination,
                softwareId,
                rateCategory,
                pieceCount,
                licence,
                labelSerial,
                labelPosition,
                frankedOn,
                currency,
                country);
    }
}
