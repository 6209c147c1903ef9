package org.stampwright.postage.authority;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.indicium.trust.AuthorityRequest;
import org.stampwright.indicium.trust.P256;

/** The key by which the authority knows this vendor; it signs requests to the authority and nothing else. */
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

    /** A fresh request, with a nonce of its own. */
    AuthorityRequest request(String method, String path, byte[] body) {
        byte[] nonce = new byte[AuthorityRequest.NONCE_LENGTH];
        random.nextBytes(nonce);
        return AuthorityRequest.of(keyId, method, path, body, clock.instant(), nonce);
    }

    Map<String, String> headers(AuthorityRequest request) {
        return request.headers(bytes -> P256.sign(key, bytes));
    }
}
