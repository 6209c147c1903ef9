package org.stampwright.postage.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.audit.AuthorityRecords;

/** The auditor's access to the authority, by its own key, which only allows reading. */
@ApplicationScoped
public class AuditorsAccess {

    @Inject
    @ConfigProperty(name = "stampwright.authority.url")
    URI authority;

    @Inject
    @ConfigProperty(name = "stampwright.auditor.key")
    String keyFile;

    @Inject
    @ConfigProperty(name = "stampwright.auditor.key-id")
    String keyId;

    @Inject
    AuthorityRoot root;

    @Inject
    Clock clock;

    @Inject
    SecureRandom random;

    /** Reads the key from its file each time, so that the operator can replace it. */
    public AuthorityRecords.Access access() {
        return new AuthorityRecords.Access(authority, root.certificate(), keyId, PemKey.read(keyFile), clock, random);
    }
}
