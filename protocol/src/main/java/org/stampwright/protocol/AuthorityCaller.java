package org.stampwright.protocol;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import org.stampwright.indicium.trust.P256;

/**
 * A caller that the authority knows by a key: signs each request with it, and pairs each answer with its request.
 *
 * @param keyId  the name by which the authority knows the key
 * @param key    the private key
 * @param clock  gives each request its time
 * @param random gives each request its nonce
 */
public record AuthorityCaller(String keyId, PrivateKey key, Clock clock, SecureRandom random) {

    /**
     * Sends a signed request and returns it with the answer, whose signature the caller still has to check: {@link
     * SignedExchange#isAnsweredBy}.
     *
     * @param base the authority's address
     * @param path with query, percent-encoded
     * @param body JSON, or no bytes for none
     * @throws IOException          if there is no complete answer within the bounds
     * @throws InterruptedException if the thread is interrupted
     */
    public SignedExchange send(BoundedHttp http, URI base, String method, String path, byte[] body)
            throws IOException, InterruptedException {
        byte[] nonce = new byte[AuthorityRequest.NONCE_LENGTH];
        random.nextBytes(nonce);
        AuthorityRequest request = AuthorityRequest.of(keyId, method, path, body, clock.instant(), nonce);
        HttpRequest.Builder sent = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body.length > 0) {
            sent.header("Content-Type", "application/json");
        }
        request.headers(bytes -> P256.sign(key, bytes)).forEach(sent::header);
        return SignedExchange.of(request, http.send(sent.build()));
    }
}
