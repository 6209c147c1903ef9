package org.stampwright.protocol;

import java.net.http.HttpResponse;
import java.security.PublicKey;

/**
 * A signed request and its answer, which must not be trusted until its signature has been checked.
 *
 * @param request   the request sent
 * @param status    of the answer
 * @param body      of the answer
 * @param signature from the answer's header, or null
 */
public record SignedExchange(AuthorityRequest request, int status, byte[] body, String signature) {

    static SignedExchange of(AuthorityRequest request, HttpResponse<byte[]> answer) {
        String signature =
                answer.headers().firstValue(AuthorityAnswer.SIGNATURE_HEADER).orElse(null);
        return new SignedExchange(request, answer.statusCode(), answer.body(), signature);
    }

    /** Returns whether this key signed this answer to this request. */
    public boolean isAnsweredBy(PublicKey authoritySigningKey) {
        return AuthorityAnswer.to(request, status, body).isSignedBy(authoritySigningKey, signature);
    }
}
