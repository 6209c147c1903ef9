package org.stampwright.postage.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Creates the caches of rows that rarely change, all with one bound on staleness: a change by another instance, or by
 * an operator in the database, takes effect at the latest after {@code stampwright.cache.staleness-millis}, five
 * seconds by default. A value of zero caches nothing. A cache holds rows that were found, never the absence of one.
 */
@ApplicationScoped
public class BoundedStaleness {

    @Inject
    @ConfigProperty(name = "stampwright.cache.staleness-millis", defaultValue = "5000")
    int millis;

    /** Returns a new cache that holds at most so many entries, each for no longer than the bound. */
    public <K, V> Cache<K, V> cache(int mostEntries) {
        return Caffeine.newBuilder()
                .maximumSize(mostEntries)
                .expireAfterWrite(Duration.ofMillis(millis))
                .build();
    }
}
