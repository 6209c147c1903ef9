package org.stampwright.postage.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.postage.authority.AuthorityClient;
import org.stampwright.postage.authority.AuthorityRoot;
import org.stampwright.postage.authority.Reply;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.protocol.Pem;
import org.stampwright.protocol.StrictJson;

/**
 * Has both keys of this instance's module certified. The request's id is recorded before it is sent, and the authority
 * is first asked whether it has the request, so a lost answer causes no second request. Approval is the authority's
 * decision, so this is retried until the certificates are issued.
 */
@ApplicationScoped
public class Certification {

    private static final Logger LOG = System.getLogger(Certification.class.getName());

    @Inject
    OwnModule own;

    @Inject
    ModuleCertificates certificates;

    @Inject
    AuthorityClient authority;

    @Inject
    AuthorityRoot root;

    @Inject
    ThisInstance instance;

    /** Takes one step; returns the certified module once both certificates are issued. */
    public Optional<CertifiedModule> advance() {
        if (own.certified().isEmpty()) {
            Optional<CertificateSerial> indicium = serial(KeyUse.INDICIUM);
            Optional<CertificateSerial> seal = serial(KeyUse.SEAL);
            if (indicium.isPresent() && seal.isPresent()) {
                own.certifiedAs(new CertifiedModule(own.module(), indicium.get(), seal.get()));
                LOG.log(Level.INFO, "The module''s certificates: indicium {0}, seal {1}", indicium.get(), seal.get());
            }
        }
        return own.certified();
    }

    private Optional<CertificateSerial> serial(KeyUse use) {
        PublicKey key = own.module().publicKey(use);
        ModuleCertificate row = certificates.of(key, use, instance.id());
        if (row.isIssued()) {
            return row.serial();
        }
        return issuedBy(ask(use, row.requestId()), use, key)
                .flatMap(certificate ->
                        certificates.issued(row.requestId(), certificate).serial());
    }

    private Reply ask(KeyUse use, UUID id) {
        String path = "/v1/certificate-requests/" + id;
        Reply known = authority.get(path);
        return known instanceof Reply.Answered answered && answered.status() == 404
                ? authority.put(path, request(use))
                : known;
    }

    private JsonObject request(KeyUse use) {
        byte[] request = own.module().certificateRequest(use, instance.name());
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add("use", ModuleCertificate.word(use))
                .add("serverSystem", instance.name())
                .add("csr", Pem.of("CERTIFICATE REQUEST", request))
                .build();
    }

    private Optional<X509Certificate> issuedBy(Reply reply, KeyUse use, PublicKey key) {
        if (reply instanceof Reply.Answered answered
                && answered.isOk()
                && "issued".equals(answered.body().getString("state", ""))) {
            return read(answered.body().getString("certificate", ""))
                    .filter(certificate -> isOurs(certificate, use, key));
        }
        return Optional.empty();
    }

    private static Optional<X509Certificate> read(String pem) {
        try {
            return Optional.of(Certificates.read(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException unreadable) {
            LOG.log(Level.ERROR, "The authority''s certificate is unreadable", unreadable);
            return Optional.empty();
        }
    }

    private boolean isOurs(X509Certificate certificate, KeyUse use, PublicKey key) {
        Optional<String> objection = root.objection(certificate, use)
                .or(() -> certificate.getPublicKey().equals(key)
                        ? Optional.empty()
                        : Optional.of("it certifies another key"));
        objection.ifPresent(why -> LOG.log(Level.ERROR, "The authority''s certificate is rejected: {0}", why));
        return objection.isEmpty();
    }
}
