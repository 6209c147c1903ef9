package org.stampwright.vendor.psd;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.indicium.Money;
import org.stampwright.vendor.clock.FreshIds;

/** Where fundings are recorded before the authority is asked for them, and closed when it refused. */
@Stateless
public class Fundings {

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    SecureRandom random;

    /** Records a new one as open; a unique index keeps it the only one. */
    public Funding open(long psd, Money amount, Money controlTotal) {
        Funding funding = Funding.open(FreshIds.next(random), psd, amount, controlTotal);
        entities.persist(funding);
        return funding;
    }

    /** The one that is open for this PSD. */
    public Optional<Funding> openFor(long psd) {
        return entities.createQuery("select f from Funding f where f.psd = :psd and f.state = 'open'", Funding.class)
                .setParameter("psd", psd)
                .getResultStream()
                .findFirst();
    }

    public void refused(UUID id, String reason) {
        entities.find(Funding.class, id).refused(reason, clock.instant());
    }
}
