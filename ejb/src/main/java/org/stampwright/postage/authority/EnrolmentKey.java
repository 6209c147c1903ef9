package org.stampwright.postage.authority;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.protocol.AuthorityCaller;

/** The key that identifies this vendor to the authority; it signs requests to the authority and nothing else. */
@ApplicationScoped
public class EnrolmentKey {

    private PrivateKey key;

    @Inject
    @ConfigProperty(name = "stampwright.enrolment.key")
    String keyFile;

    @Inject
    @ConfigProperty(name = "stampwright.enrolment.key-id")
    String keyId;

    @Inject
    Clock clock;

    @Inject
    SecureRandom random;

    @PostConstruct
    void load() {
        key = PemKey.read(keyFile);
    }

    /** Returns this vendor as a caller of the authority. */
    AuthorityCaller vendor() {
        return new AuthorityCaller(keyId, key, clock, random);
    }
}
