package org.stampwright.postage.rating;

import com.github.benmanes.caffeine.cache.Cache;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;
import org.stampwright.postage.database.BoundedStaleness;

/**
 * The rates in force, read at most once in a few seconds. New rates apply at once on the instance that imported them,
 * on the others within {@link BoundedStaleness}; an order names the edition that it was priced by.
 */
@ApplicationScoped
public class CurrentRates {

    private static final String CURRENT = "current";

    private Cache<String, Edition> editions;

    @Inject
    Rates rates;

    @Inject
    BoundedStaleness staleness;

    @PostConstruct
    void open() {
        editions = staleness.cache(1);
    }

    /** Returns the newest edition in force; empty on a system without imported rates. */
    public Optional<Edition> edition() {
        return Optional.ofNullable(
                editions.get(CURRENT, current -> rates.current().orElse(null)));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) RatesAdded added) {
        editions.invalidateAll();
    }
}
