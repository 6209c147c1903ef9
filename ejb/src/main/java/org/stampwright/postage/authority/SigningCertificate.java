package org.stampwright.postage.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.KeyUse;

/**
 * The authority's signing key, which verifies its answers and receipts. Its certificate is fetched from the authority
 * and accepted only if the root issued it for that use.
 */
@ApplicationScoped
public class SigningCertificate {

    private final AtomicReference<X509Certificate> known = new AtomicReference<>();

    @Inject
    AuthorityHttp http;

    @Inject
    AuthorityRoot root;

    /** Returns the key; fetched at the first use, and again after {@link #forget()}. */
    public PublicKey key() throws IOException, InterruptedException {
        X509Certificate certificate = known.get();
        if (certificate == null) {
            certificate = fetch();
            known.set(certificate);
        }
        return certificate.getPublicKey();
    }

    /** Drops the key after an answer that it does not verify: the authority may have a new one. */
    void forget() {
        known.set(null);
    }

    private X509Certificate fetch() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.get("/signing-certificate.pem");
        if (answer.statusCode() != 200) {
            throw new IOException("the authority's signing certificate: HTTP " + answer.statusCode());
        }
        return believed(answer.body());
    }

    private X509Certificate believed(byte[] pem) throws IOException {
        try {
            X509Certificate certificate = Certificates.read(pem);
            Optional<String> objection = root.objection(certificate, KeyUse.AUTHORITY_SIGNING);
            if (objection.isPresent()) {
                throw new IOException("the authority's signing certificate: " + objection.get());
            }
            return certificate;
        } catch (IllegalArgumentException unreadable) {
            throw new IOException(unreadable);
        }
    }
}
