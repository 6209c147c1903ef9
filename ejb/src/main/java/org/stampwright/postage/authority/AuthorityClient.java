package org.stampwright.postage.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.stampwright.indicium.trust.AuthorityAnswer;
import org.stampwright.indicium.trust.AuthorityRequest;
import org.stampwright.protocol.StrictJson;

/**
 * Asks the authority: each request signed by the vendor's enrolment key, each answer believed only if it is signed by
 * the authority for this very request. Never call it inside a transaction.
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
        AuthorityRequest request = enrolmentKey.request(method, path, body);
        try {
            HttpResponse<byte[]> response = http.send(method, path, body, enrolmentKey.headers(request));
            return believed(request, response);
        } catch (IOException noAnswer) {
            return new Reply.Silent(method + " " + path + ": " + noAnswer);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Reply.Silent("this instance is stopping");
        }
    }

    private Reply believed(AuthorityRequest request, HttpResponse<byte[]> response)
            throws IOException, InterruptedException {
        AuthorityAnswer answer = AuthorityAnswer.to(request, response.statusCode(), response.body());
        String signature =
                response.headers().firstValue(AuthorityAnswer.SIGNATURE_HEADER).orElse(null);
        if (!answer.isSignedBy(signingCertificate.key(), signature)) {
            signingCertificate.forget();
            return new Reply.Silent(request.method() + " " + request.path() + ": HTTP " + response.statusCode()
                    + ", not signed by the authority");
        }
        return parsed(request, response);
    }

    private static Reply parsed(AuthorityRequest request, HttpResponse<byte[]> response) {
        try {
            return new Reply.Answered(response.statusCode(), StrictJson.object(response.body()));
        } catch (JsonException unreadable) {
            return new Reply.Silent(request.path() + ": the answer cannot be read: " + unreadable.getMessage());
        }
    }
}
