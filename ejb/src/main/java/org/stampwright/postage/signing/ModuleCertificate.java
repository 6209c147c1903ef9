package org.stampwright.postage.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.KeyUse;

/**
 * The certificate of one key of one module: requested under an id that is chosen and stored here first, then issued by
 * the authority, later possibly revoked. A key has one row for ever.
 */
@Entity
@Table(name = "module_certificate")
public class ModuleCertificate {

    @Id
    @Column(name = "request_id")
    private UUID requestId;

    @Column(name = "server_system_id")
    private long serverSystemId;

    private String use;

    private String state;

    @Column(name = "public_key")
    private byte[] publicKey;

    private Long serial;

    private byte[] certificate;

    protected ModuleCertificate() {}

    static ModuleCertificate requested(UUID requestId, long serverSystem, KeyUse use, byte[] publicKey) {
        ModuleCertificate requested = new ModuleCertificate();
        requested.requestId = requestId;
        requested.serverSystemId = serverSystem;
        requested.use = word(use);
        requested.state = "requested";
        requested.publicKey = publicKey.clone();
        return requested;
    }

    /** Records that the authority issued it; a repeat with the same certificate changes nothing. */
    void issued(X509Certificate issued) {
        if (state.equals("requested")) {
            state = "issued";
            serial = Certificates.serial(issued).orElseThrow().value();
            certificate = Certificates.encode(issued);
        }
    }

    UUID requestId() {
        return requestId;
    }

    boolean isIssued() {
        return state.equals("issued");
    }

    /** Returns the certificate, once issued. */
    Optional<CertificateSerial> serial() {
        return Optional.ofNullable(serial).map(CertificateSerial::new);
    }

    /** Returns the certificate, once issued. */
    Optional<X509Certificate> certificate() {
        return Optional.ofNullable(certificate).map(Certificates::read);
    }

    static String word(KeyUse use) {
        return use.name().toLowerCase(Locale.ROOT);
    }
}
