package org.stampwright.postage.signing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.postage.authority.AuthorityRoot;
import org.stampwright.postage.clock.FreshIds;

/** The certificates of all modules of this vendor, each as the authority issued it. */
@Stateless
public class ModuleCertificates {

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    @Inject
    AuthorityRoot root;

    @Inject
    SealKeys sealKeys;

    @Inject
    SecureRandom random;

    /** Returns the row of this key; if there is none yet, records it as requested, under an id that stays. */
    public ModuleCertificate of(PublicKey key, KeyUse use, long serverSystem) {
        return entities.createQuery(
                        "select c from ModuleCertificate c where c.publicKey = :key", ModuleCertificate.class)
                .setParameter("key", key.getEncoded())
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    ModuleCertificate requested =
                            ModuleCertificate.requested(FreshIds.next(random), serverSystem, use, key.getEncoded());
                    entities.persist(requested);
                    return requested;
                });
    }

    /** Stores the certificate that the authority issued under this id. */
    public ModuleCertificate issued(UUID requestId, X509Certificate certificate) {
        ModuleCertificate row = entities.find(ModuleCertificate.class, requestId);
        row.issued(certificate);
        return row;
    }

    /**
     * Returns the key that seals under this certificate. Empty unless the authority issued it for sealing to the module
     * of this server system: the vendor's modules do not stand in for each other.
     */
    public Optional<PublicKey> sealKey(CertificateSerial serial, long serverSystem) {
        return sealKeys.key(serial, serverSystem, () -> stored(serial, serverSystem));
    }

    private Optional<PublicKey> stored(CertificateSerial serial, long serverSystem) {
        return entities.createQuery(
                        "select c from ModuleCertificate c where c.serial = :serial and c.use = 'seal'"
                                + " and c.state = 'issued' and c.serverSystemId = :serverSystem",
                        ModuleCertificate.class)
                .setParameter("serial", serial.value())
                .setParameter("serverSystem", serverSystem)
                .getResultStream()
                .findFirst()
                .flatMap(ModuleCertificate::certificate)
                .filter(certificate -> root.objection(certificate, KeyUse.SEAL).isEmpty())
                .map(X509Certificate::getPublicKey);
    }
}
