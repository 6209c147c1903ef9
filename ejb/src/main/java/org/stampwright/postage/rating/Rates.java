package org.stampwright.postage.rating;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.stampwright.postage.account.Operator;

/** The rates in force, and new ones. */
@Stateless
public class Rates {

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** The youngest edition whose day has come; empty on a system that no rates were imported into yet. */
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

    /** Whether there is an edition that begins at this moment. */
    public boolean hasEditionFrom(Instant validFrom) {
        return entities.createQuery("select count(e) from RateEdition e where e.validFrom = :from", Long.class)
                        .setParameter("from", validFrom)
                        .getSingleResult()
                > 0;
    }

    /** Stores a new edition and answers its number. */
    public long add(Operator operator, NewRates rates) {
        RateEdition edition = new RateEdition(rates, operator.login(), clock.instant());
        entities.persist(edition);
        entities.flush();
        edition.add(rates.products());
        entities.flush();
        return edition.id();
    }
}
