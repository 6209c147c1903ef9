package org.stampwright.postage.licence;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.indicium.ContentBuilder;

/** Stores the licence. Two instances may fetch it at the same time; the first one's row stays. */
@Stateless
public class Licences {

    private static final String KEEP =
            "insert into licence (id, number, manufacturer, model, licensing_postcode, currency, country, software_id)"
                    + " values (:id, :number, :manufacturer, :model, :licensing_postcode, :currency, :country,"
                    + " :software_id) on conflict (id) do nothing";

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    @Inject
    Jdbi jdbi;

    /** Returns the licence; empty until it was fetched from the authority. */
    public Optional<Licence> theLicence() {
        return Optional.ofNullable(entities.find(Licence.class, Licence.THE_ONLY_ONE));
    }

    /** Returns a content builder filled with all data of the licence; empty until the licence was fetched. */
    public Optional<ContentBuilder> letterhead() {
        return theLicence().map(Licence::letterhead);
    }

    /** Stores the authority's answer. */
    public void keep(JsonObject answer) {
        Licence licence = Licence.stated(answer);
        jdbi.useHandle(
                handle -> handle.createUpdate(KEEP).bindMap(licence.columns()).execute());
    }
}
