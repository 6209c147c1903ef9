package org.stampwright.postage.server;

import com.github.benmanes.caffeine.cache.Cache;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.postage.database.BoundedStaleness;

/**
 * The node keys of the server systems that may hand over: those that are admitted or draining. A key is read at most
 * once in a few seconds. One whose server system is removed is rejected at once by the instance that removed it, by the
 * others within {@link BoundedStaleness}.
 */
@ApplicationScoped
class NodeKeys {

    private static final int MOST = 100;
    private static final String CERTIFICATE =
            "select node_certificate from server_system" + " where name = :name and state in ('admitted', 'draining')";

    private Cache<String, PublicKey> keys;

    @Inject
    Jdbi jdbi;

    @Inject
    BoundedStaleness staleness;

    @PostConstruct
    void open() {
        keys = staleness.cache(MOST);
    }

    /** Returns the key in the row of this server system; empty if it may not hand over. */
    Optional<PublicKey> of(String name) {
        return Optional.ofNullable(keys.get(name, unknown -> read(name).orElse(null)));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) ListChanged changed) {
        keys.invalidateAll();
    }

    private Optional<PublicKey> read(String name) {
        return jdbi.withHandle(handle -> handle.createQuery(CERTIFICATE)
                        .bind("name", name)
                        .mapTo(byte[].class)
                        .findFirst())
                .flatMap(NodeKeys::key);
    }

    private static Optional<PublicKey> key(byte[] certificate) {
        try {
            return Optional.of(Certificates.read(certificate).getPublicKey());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
