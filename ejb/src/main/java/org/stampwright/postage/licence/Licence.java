package org.stampwright.postage.licence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.stampwright.indicium.ContentBuilder;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LicenceNumber;

/**
 * The vendor's single licence and the data that the authority issued with it; one row, written once and never changed.
 */
@Entity
@Table(name = "licence")
public class Licence {

    static final int THE_ONLY_ONE = 1;

    @Id
    private int id;

    private long number;

    private String manufacturer;

    private String model;

    @Column(name = "licensing_postcode")
    private long licensingPostcode;

    private int currency;

    private String country;

    @Column(name = "software_id")
    private String softwareId;

    protected Licence() {}

    public LicenceNumber number() {
        return new LicenceNumber(number);
    }

    /** Returns the ISO 4217 numeric code. */
    public int currency() {
        return currency;
    }

    /** Returns a content builder filled with all data of the licence. */
    public ContentBuilder letterhead() {
        return IndiciumContent.builder()
                .licence(number())
                .manufacturer(manufacturer)
                .model(model)
                .licensingPostcode(licensingPostcode)
                .currency(currency)
                .country(country)
                .softwareId(softwareId);
    }
}
