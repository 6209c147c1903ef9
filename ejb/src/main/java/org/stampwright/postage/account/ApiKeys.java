package org.stampwright.postage.account;

import com.github.benmanes.caffeine.cache.Cache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.stampwright.postage.database.BoundedStaleness;

/**
 * Identifies API clients by their keys. A key that was accepted is accepted for a few seconds without a query, so a
 * revoked key stops working within {@link BoundedStaleness}; a rejected key is looked up each time.
 */
@ApplicationScoped
public class ApiKeys {

    private static final int MOST_CLIENTS = 10_000;

    private final Accounts accounts;
    /** By the hash of the key, so that no key stays in memory. */
    private final Cache<String, Client> accepted;

    protected ApiKeys() {
        this(null, new BoundedStaleness());
    }

    @Inject
    public ApiKeys(Accounts accounts, BoundedStaleness staleness) {
        this.accounts = accounts;
        this.accepted = staleness.cache(MOST_CLIENTS);
    }

    /** Returns the client with this API key. */
    public Optional<Client> client(String key) {
        Secret secret = new Secret(key);
        return Optional.ofNullable(
                accepted.get(secret.hashHex(), hash -> accounts.byApiKey(key).orElse(null)));
    }
}
