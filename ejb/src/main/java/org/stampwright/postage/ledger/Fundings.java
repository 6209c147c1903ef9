package org.stampwright.postage.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.indicium.Money;
import org.stampwright.postage.clock.FreshIds;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.comparison.SellingStopped;

/** Records fundings before the authority is asked for them, and closes those that it refuses. */
@Stateless
public class Fundings {

    private static final String OWNED =
            "select 1 from psd where serial = ?1 and owner_id = ?2 and epoch = ?3" + " and state = 'active' for update";

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    SecureRandom random;

    @Inject
    SellingStop stop;

    /**
     * Records a new funding as open; a unique index allows only one per PSD.
     *
     * @throws OwnershipLost if another server system owns the PSD by now; it would have to finish the funding
     * @throws SellingStopped if the vendor may not sell
     */
    public Funding open(Ownership owned, Money amount, Money controlTotal) {
        stop.requireNone();
        if (entities.createNativeQuery(OWNED)
                .setParameter(1, owned.psd())
                .setParameter(2, owned.owner())
                .setParameter(3, owned.epoch())
                .getResultList()
                .isEmpty()) {
            throw new OwnershipLost("PSD " + owned.psd() + " is not owned in epoch " + owned.epoch() + " any more");
        }
        Funding funding = Funding.open(FreshIds.next(random), owned.psd(), amount, controlTotal);
        entities.persist(funding);
        return funding;
    }

    /** Returns the open funding of this PSD. */
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
