package org.stampwright.indicium;

import java.time.LocalDate;

/**
 * Builds an {@link IndiciumContent} field by field, each named as there. Not thread-safe. Registers, date, licensing
 * postcode, destination, piece count and label position start as zero or none; everything else has to be set.
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

    ContentBuilder() {
    }

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

    public ContentBuilder algorithm(Algorithm algorithm) {
        this.algorithm = algorithm;
        return this;
    }

    public ContentBuilder certificateSerial(CertificateSerial certificateSerial) {
        this.certificateSerial = certificateSerial;
        return this;
    }

    public ContentBuilder manufacturer(String manufacturer) {
        this.manufacturer = manufacturer;
        return this;
    }

    public ContentBuilder model(String model) {
        this.model = model;
        return this;
    }

    public ContentBuilder psdSerial(PsdSerial psdSerial) {
        this.psdSerial = psdSerial;
        return this;
    }

    public ContentBuilder registers(Registers registers) {
        this.registers = registers;
        return this;
    }

    public ContentBuilder postage(Money postage) {
        this.postage = postage;
        return this;
    }

    public ContentBuilder date(LocalDate date) {
        this.date = date;
        return this;
    }

    public ContentBuilder licensingPostcode(long licensingPostcode) {
        this.licensingPostcode = licensingPostcode;
        return this;
    }

    public ContentBuilder destination(long destination) {
        this.destination = destination;
        return this;
    }

    public ContentBuilder softwareId(String softwareId) {
        this.softwareId = softwareId;
        return this;
    }

    public ContentBuilder rateCategory(String rateCategory) {
        this.rateCategory = rateCategory;
        return this;
    }

    public ContentBuilder pieceCount(long pieceCount) {
        this.pieceCount = pieceCount;
        return this;
    }

    public ContentBuilder licence(LicenceNumber licence) {
        this.licence = licence;
        return this;
    }

    public ContentBuilder labelSerial(LabelSerial labelSerial) {
        this.labelSerial = labelSerial;
        return this;
    }

    public ContentBuilder labelPosition(int labelPosition) {
        this.labelPosition = labelPosition;
        return this;
    }

    public ContentBuilder frankedOn(LocalDate frankedOn) {
        this.frankedOn = frankedOn;
        return this;
    }

    public ContentBuilder currency(int currency) {
        this.currency = currency;
        return this;
    }

    public ContentBuilder country(String country) {
        this.country = country;
        return this;
    }

    /** @throws IllegalArgumentException naming the field that is missing or out of its bounds */
    public IndiciumContent build() {
        return new IndiciumContent(algorithm, certificateSerial, manufacturer, model, psdSerial, registers, postage, date,
                licensingPostcode, destination, softwareId, rateCategory, pieceCount, licence, labelSerial,
                labelPosition, frankedOn, currency, country);
    }
}
