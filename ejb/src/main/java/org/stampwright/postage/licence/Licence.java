package org.stampwright.postage.licence;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
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

    /** Returns the licence as the authority's answer states it. */
    static Licence stated(JsonObject answer) {
        Licence licence = new Licence();
        licence.id = THE_ONLY_ONE;
        licence.number = answer.getJsonNumber("licence").longValueExact();
        licence.manufacturer = answer.getString("manufacturer");
        licence.model = answer.getString("model");
        licence.licensingPostcode = answer.getJsonNumber("licensingPostcode").longValueExact();
        licence.currency = answer.getInt("currency");
        licence.country = answer.getString("country");
        licence.softwareId = answer.getString("softwareId");
        return licence;
    }

    /** Returns its columns by name, to be stored. */
    Map<String, Object> columns() {
        return Map.of(
                "id", id,
                "number", number,
                "manufacturer", manufacturer,
                "model", model,
                "licensing_postcode", licensingPostcode,
                "currency", currency,
                "country", country,
                "software_id", softwareId);
    }

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
