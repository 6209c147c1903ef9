package org.stampwright.protocol;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.stampwright.indicium.trust.P256;
import org.stampwright.indicium.trust.Sha256;

/**
 * A request to the authority in the form that the caller's enrolment key signs. The signature covers key id, method,
 * path with query, hash of the body, time and nonce; all but method, path and body are sent in four headers.
 *
 * @param keyId the name by which the authority knows the key: letters, digits, {@code . _ -}
 * @param method {@code GET}, {@code POST}, …
 * @param path with query, as in the request line
 * @param bodyHash SHA-256 of the body, an empty one too
 * @param time in whole seconds; fractions are cut off
 * @param nonce 16 random bytes, never used again with this key
 */
public record AuthorityRequest(String keyId, String method, String path, byte[] bodyHash, Instant time, byte[] nonce) {

    /** Header: the key id. */
    public static final String KEY_HEADER = "Stampwright-Key";
    /** Header: seconds since 1970 in decimal. */
    public static final String TIME_HEADER = "Stampwright-Time";
    /** Header: the nonce, 32 hex digits. */
    public static final String NONCE_HEADER = "Stampwright-Nonce";
    /** Header: the signature, 128 hex digits. */
    public static final String SIGNATURE_HEADER = "Stampwright-Signature";

    /** The length of a nonce in bytes. */
    public static final int NONCE_LENGTH = 16;

    private static final String FORMAT = "stampwright-request-v1";

    /** @throws IllegalArgumentException naming the part that is malformed */
    public AuthorityRequest {
        require(
                keyId.matches("[A-Za-z0-9._-]{1,64}"),
                "key id must be 1 to 64 letters, digits, dots, underlines, hyphens");
        require(method.matches("[A-Z]{1,16}"), "method must be in capitals");
        require(path.matches("/[\\x21-\\x7E]*"), "path must start with a slash and be percent-encoded ASCII");
        require(bodyHash.length == Sha256.LENGTH, "body hash must be 32 bytes");
        require(nonce.length == NONCE_LENGTH, "nonce must be 16 bytes");
        bodyHash = bodyHash.clone();
        nonce = nonce.clone();
        time = Instant.ofEpochSecond(time.getEpochSecond());
    }

    /** Returns the request with this body, to be signed or checked. */
    public static AuthorityRequest of(
            String keyId, String method, String path, byte[] body, Instant time, byte[] nonce) {
        return new AuthorityRequest(keyId, method, path, Sha256.of(body), time, nonce);
    }

    /**
     * Returns the request as received, read from its headers.
     *
     * @param header gives the value of a header by its name, or null
     * @throws IllegalArgumentException if a header is missing or malformed
     */
    public static AuthorityRequest received(String method, String path, byte[] body, Function<String, String> header) {
        String time = present(header, TIME_HEADER);
        require(time.matches("[0-9]{1,11}"), TIME_HEADER + " must be seconds since 1970");
        return of(
                present(header, KEY_HEADER),
                method,
                path,
                body,
                Instant.ofEpochSecond(Long.parseLong(time)),
                bytes(NONCE_HEADER, present(header, NONCE_HEADER), NONCE_LENGTH));
    }

    /** Returns whether the signature in the header is this key's over this request. */
    public boolean isSignedBy(PublicKey enrolmentKey, Function<String, String> header) {
        String signature = header.apply(SIGNATURE_HEADER);
        return signature != null
                && signature.matches("[0-9a-f]{" + 2 * P256.SIGNATURE_LENGTH + "}")
                && P256.verify(enrolmentKey, signingBytes(), HexFormat.of().parseHex(signature));
    }

    /**
     * Returns the four headers to send.
     *
     * @param signer makes a signature of 64 bytes over the bytes it gets, as {@link P256#sign} does
     */
    public Map<String, String> headers(UnaryOperator<byte[]> signer) {
        return Map.of(
                KEY_HEADER,
                keyId,
                TIME_HEADER,
                Long.toString(time.getEpochSecond()),
                NONCE_HEADER,
                HexFormat.of().formatHex(nonce),
                SIGNATURE_HEADER,
                HexFormat.of().formatHex(signer.apply(signingBytes())));
    }

    /** Returns seven lines: format, key id, method, path, body hash in hex, seconds, nonce in hex. */
    public byte[] signingBytes() {
        return String.join(
                        "\n",
                        FORMAT,
                        keyId,
                        method,
                        path,
                        HexFormat.of().formatHex(bodyHash),
                        Long.toString(time.getEpochSecond()),
                        HexFormat.of().formatHex(nonce))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns a copy. */
    @Override
    public byte[] bodyHash() {
        return bodyHash.clone();
    }

    /** Returns a copy. */
    @Override
    public byte[] nonce() {
        return nonce.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuthorityRequest that && Arrays.equals(signingBytes(), that.signingBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signingBytes());
    }

    private static String present(Function<String, String> header, String name) {
        return Objects.requireNonNullElseGet(header.apply(name), () -> {
            throw new IllegalArgumentException("the header " + name + " is missing");
        });
    }

    static byte[] bytes(String name, String hex, int length) {
        require(hex.matches("[0-9a-f]{" + 2 * length + "}"), name + " must be " + 2 * length + " hex digits");
        return HexFormat.of().parseHex(hex);
    }

    private static void require(boolean holds, String refusal) {
        if (!holds) {
            throw new IllegalArgumentException(refusal);
        }
    }
}
