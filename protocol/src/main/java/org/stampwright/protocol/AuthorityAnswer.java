package org.stampwright.protocol;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.stampwright.indicium.trust.P256;
import org.stampwright.indicium.trust.Sha256;

/**
 * The authority's response to a signed request, in the form that the authority's signing key signs: status, the
 * request's nonce and the hash of the body. The signature is sent in one header.
 *
 * @param status of the HTTP response, 100 to 599
 * @param requestNonce of the request that it answers
 * @param bodyHash SHA-256 of the response's body
 */
public record AuthorityAnswer(int status, byte[] requestNonce, byte[] bodyHash) {

    /** Header: the signature, 128 hex digits. */
    public static final String SIGNATURE_HEADER = "Stampwright-Answer-Signature";

    private static final String FORMAT = "stampwright-answer-v1";

    /** @throws IllegalArgumentException naming the part that is malformed */
    public AuthorityAnswer {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("status must be 100 to 599, not " + status);
        }
        if (requestNonce.length != AuthorityRequest.NONCE_LENGTH || bodyHash.length != Sha256.LENGTH) {
            throw new IllegalArgumentException("nonce must be 16 bytes and body hash 32");
        }
        requestNonce = requestNonce.clone();
        bodyHash = bodyHash.clone();
    }

    /** Returns the response with this status and body to that request. */
    public static AuthorityAnswer to(AuthorityRequest request, int status, byte[] body) {
        return new AuthorityAnswer(status, request.nonce(), Sha256.of(body));
    }

    /** Returns the value of the header to send. */
    public String header(UnaryOperator<byte[]> signer) {
        return HexFormat.of().formatHex(signer.apply(signingBytes()));
    }

    /** Returns whether the value of the header is this key's signature over this response; false if there is none. */
    public boolean isSignedBy(PublicKey authoritySigningKey, String header) {
        return header != null
                && header.matches("[0-9a-f]{" + 2 * P256.SIGNATURE_LENGTH + "}")
                && P256.verify(
                        authoritySigningKey, signingBytes(), HexFormat.of().parseHex(header));
    }

    /** Returns four lines: format, status, nonce of the request in hex, body hash in hex. */
    public byte[] signingBytes() {
        return String.join(
                        "\n",
                        FORMAT,
                        Integer.toString(status),
                        HexFormat.of().formatHex(requestNonce),
                        HexFormat.of().formatHex(bodyHash))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns a copy. */
    @Override
    public byte[] requestNonce() {
        return requestNonce.clone();
    }

    /** Returns a copy. */
    @Override
    public byte[] bodyHash() {
        return bodyHash.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuthorityAnswer that && Arrays.equals(signingBytes(), that.signingBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signingBytes());
    }
}
