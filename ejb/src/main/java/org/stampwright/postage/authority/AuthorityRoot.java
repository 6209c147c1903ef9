package org.stampwright.postage.authority;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.indicium.trust.SignedTrustBundle;

/** The authority's root certificate, the only trust anchor, from a file that the operator has verified. */
@ApplicationScoped
public class AuthorityRoot {

    private X509Certificate root;

    @Inject
    @ConfigProperty(name = "stampwright.authority.root")
    String rootFile;

    @PostConstruct
    void load() {
        try {
            root = Certificates.read(Files.readAllBytes(Path.of(rootFile)));
        } catch (IOException fault) {
            throw new UncheckedIOException("the authority's root cannot be read from " + rootFile, fault);
        }
    }

    X509Certificate certificate() {
        return root;
    }

    /** Returns why this bundle is rejected as the authority's; empty if it is accepted. */
    public Optional<String> objection(SignedTrustBundle bundle) {
        return bundle.objection(root);
    }

    /** Returns why this certificate is rejected as issued by the authority for this use; empty if it is accepted. */
    public Optional<String> objection(X509Certificate certificate, KeyUse use) {
        return Certificates.objection(certificate, use, root);
    }
}
