package org.stampwright.postage.rating;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.stampwright.postage.account.Operator;

/** The current rates, and the import of new ones. */
@Stateless
public class Rates {

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Event<RatesAdded> added;

    /** Reads the newest edition in force; empty on a system without imported rates. */
    public Optional<Edition> current() {
        return entities.createQuery(
                        "select e from RateEdition e where e.validFrom <= :now order by e.validFrom desc",
                        RateEdition.class)
                .setParameter("now", clock.instant())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(RateEdition::view);
    }

    /** Returns whether an edition begins at this moment. */
    public boolean hasEditionFrom(Instant validFrom) {
        return entities.createQuery("select count(e) from RateEdition e where e.validFrom = :from", Long.class)
                        .setParameter("from", validFrom)
                        .getSingleResult()
                > 0;
    }

    /** Stores a new edition and returns its number. */
    public long add(Operator operator, NewRates rates) {
        RateEdition edition = new RateEdition(rates, operator.login(), clock.instant());
        entities.persist(edition);
        entities.flush();
        edition.add(rates.products());
        entities.flush();
        added.fire(new RatesAdded());
        return edition.id();
    }
}
