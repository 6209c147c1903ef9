package org.stampwright.vendor.authority;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
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
        try {
            String pem = Files.readString(Path.of(keyFile), StandardCharsets.US_ASCII);
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IOException fault) {
            throw new UncheckedIOException("the enrolment key cannot be read from " + keyFile, fault);
        } catch (GeneralSecurityException | IllegalArgumentException fault) {
            throw new IllegalStateException(keyFile + " holds no P-256 key in PKCS #8", fault);
        }
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
