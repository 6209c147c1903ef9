package org.stampwright.postage.licence;

import jakarta.ejb.Stateless;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.stampwright.indicium.ContentBuilder;

/** Stores the licence. Two instances may fetch it at the same time; the first one's row stays. */
@Stateless
public class Licences {

    private static final String KEEP =
            "insert into licence (id, number, manufacturer, model, licensing_postcode, currency,"
                    + " country, software_id) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict (id) do nothing";

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    /** Returns the licence; empty until it was fetched from the authority. */
    public Optional<Licence> theLicence() {
        return Optional.ofNullable(entities.find(Licence.class, Licence.THE_ONLY_ONE));
    }

    /** Returns a content builder filled with all data of the licence; empty until the licence was fetched. */
    public Optional<ContentBuilder> letterhead() {
        return theLicence().map(Licence::letterhead);
    }

    /** Stores the authority's answer. */
    public void keep(JsonObject licence) {
        entities.createNativeQuery(KEEP)
                .setParameter(1, Licence.THE_ONLY_ONE)
                .setParameter(2, licence.getJsonNumber("licence").longValueExact())
                .setParameter(3, licence.getString("manufacturer"))
                .setParameter(4, licence.getString("model"))
                .setParameter(5, licence.getJsonNumber("licensingPostcode").longValueExact())
                .setParameter(6, licence.getInt("currency"))
                .setParameter(7, licence.getString("country"))
                .setParameter(8, licence.getString("softwareId"))
                .executeUpdate();
    }
}
