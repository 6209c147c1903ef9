package org.stampwright.postage.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.stampwright.protocol.AuthorityRequest;
import org.stampwright.protocol.SignedExchange;
import org.stampwright.protocol.StrictJson;

/**
 * Sends requests to the authority. Each request is signed by the vendor's enrolment key; an answer counts only if the
 * authority signed it for this very request. Never call it inside a transaction.
 */
@ApplicationScoped
public class AuthorityClient {

    private static final byte[] NOTHING = new byte[0];

    @Inject
    AuthorityHttp http;

    @Inject
    EnrolmentKey enrolmentKey;

    @Inject
    SigningCertificate signingCertificate;

    public Reply get(String path) {
        return ask("GET", path, NOTHING);
    }

    public Reply put(String path, JsonObject body) {
        return ask("PUT", path, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public Reply post(String path, JsonObject body) {
        return ask("POST", path, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Reply ask(String method, String path, byte[] body) {
        try {
            return believed(http.send(enrolmentKey.vendor(), method, path, body));
        } catch (IOException noAnswer) {
            return new Reply.Silent(method + " " + path + ": " + noAnswer);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Reply.Silent("this instance is stopping");
        }
    }

    private Reply believed(SignedExchange exchange) throws IOException, InterruptedException {
        AuthorityRequest request = exchange.request();
        if (!exchange.isAnsweredBy(signingCertificate.key())) {
            signingCertificate.forget();
            return new Reply.Silent(request.method() + " " + request.path() + ": HTTP " + exchange.status()
                    + ", not signed by the authority");
        }
        try {
            return new Reply.Answered(exchange.status(), StrictJson.object(exchange.body()));
        } catch (JsonException unreadable) {
            return new Reply.Silent(request.path() + ": the answer is unreadable: " + unreadable.getMessage());
        }
    }
}
