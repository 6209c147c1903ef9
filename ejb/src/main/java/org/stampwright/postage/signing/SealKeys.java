package org.stampwright.postage.signing;

import com.github.benmanes.caffeine.cache.Cache;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.util.Optional;
import java.util.function.Supplier;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.postage.database.BoundedStaleness;

/**
 * The keys that seals were lately checked with. A certificate is read and verified at most once in a few seconds, so a
 * revoked one is rejected within {@link BoundedStaleness}.
 */
@ApplicationScoped
class SealKeys {

    private static final int MOST = 1000;

    private record Seal(CertificateSerial certificate, long serverSystem) {}

    private Cache<Seal, PublicKey> keys;

    @Inject
    BoundedStaleness staleness;

    @PostConstruct
    void open() {
        keys = staleness.cache(MOST);
    }

    /** Returns the key, by the certificate as stored if it is not known. */
    Optional<PublicKey> key(CertificateSerial certificate, long serverSystem, Supplier<Optional<PublicKey>> stored) {
        return Optional.ofNullable(keys.get(
                new Seal(certificate, serverSystem), unknown -> stored.get().orElse(null)));
    }
}
