package org.stampwright.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.trust.P256;

/**
 * A signed request and its signed answer as transmitted, written once by {@link #write()}: this and any second
 * implementation must always agree with them.
 */
class GoldenRequestTest {

    private static final byte[] BODY = "{\"amount\":1000}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWER = "{\"credited\":1000}".getBytes(StandardCharsets.US_ASCII);
    private static final String PATH = "/v1/psds/00000001/downloads/x?y=1";
    private static final byte[] NONCE = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    private static final AuthorityRequest REQUEST =
            AuthorityRequest.of("vendor-1", "PUT", PATH, BODY, Instant.parse("2026-11-23T12:00:00Z"), NONCE);

    @Test
    void the_request_is_signed_by_the_enrolment_key() throws GeneralSecurityException {
        Message message = Message.of("authority-request.http");
        assertThat(message.firstLine).isEqualTo("PUT " + PATH + " HTTP/1.1");
        AuthorityRequest received = AuthorityRequest.received("PUT", PATH, message.body, message.headers::get);
        assertThat(received).isEqualTo(REQUEST);
        assertThat(received.isSignedBy(key("enrolment-key.der"), message.headers::get))
                .isTrue();
        assertThat(received.isSignedBy(key("answer-key.der"), message.headers::get))
                .isFalse();
    }

    @Test
    void the_answer_is_signed_by_the_authority_for_that_request() throws GeneralSecurityException {
        Message message = Message.of("authority-answer.http");
        assertThat(message.firstLine).isEqualTo("HTTP/1.1 200");
        String signature = message.headers.get(AuthorityAnswer.SIGNATURE_HEADER);
        PublicKey authority = key("answer-key.der");
        assertThat(AuthorityAnswer.to(REQUEST, 200, message.body).isSignedBy(authority, signature))
                .isTrue();
        assertThat(AuthorityAnswer.to(REQUEST, 201, message.body).isSignedBy(authority, signature))
                .isFalse();
    }

    private record Message(String firstLine, Map<String, String> headers, byte[] body) {

        static Message of(String file) {
            String[] parts = new String(golden(file), StandardCharsets.US_ASCII).split("\n\n", 2);
            String[] head = parts[0].split("\n", 2);
            return new Message(
                    head[0],
                    head[1].lines()
                            .map(line -> line.split(": ", 2))
                            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])),
                    parts[1].getBytes(StandardCharsets.US_ASCII));
        }

        static byte[] bytes(String firstLine, Map<String, String> headers, byte[] body) {
            return (firstLine
                            + new TreeMap<>(headers)
                                    .entrySet().stream()
                                            .map(header -> "\n" + header.getKey() + ": " + header.getValue())
                                            .collect(Collectors.joining())
                            + "\n\n" + new String(body, StandardCharsets.US_ASCII))
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static byte[] golden(String name) {
        try (InputStream in = GoldenRequestTest.class.getResourceAsStream("/golden/" + name)) {
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static PublicKey key(String file) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(golden(file)));
    }

    /** Creates a new set; for a new format version only. */
    static Map<String, byte[]> write() {
        KeyPair vendor = P256.newKeyPair(new SecureRandom());
        KeyPair authority = P256.newKeyPair(new SecureRandom());
        Map<String, byte[]> files = new TreeMap<>();
        files.put("enrolment-key.der", vendor.getPublic().getEncoded());
        files.put("answer-key.der", authority.getPublic().getEncoded());
        files.put(
                "authority-request.http",
                Message.bytes(
                        "PUT " + PATH + " HTTP/1.1",
                        REQUEST.headers(bytes -> P256.sign(vendor.getPrivate(), bytes)),
                        BODY));
        files.put(
                "authority-answer.http",
                Message.bytes(
                        "HTTP/1.1 200",
                        Map.of(
                                AuthorityAnswer.SIGNATURE_HEADER,
                                AuthorityAnswer.to(REQUEST, 200, ANSWER)
                                        .header(bytes -> P256.sign(authority.getPrivate(), bytes))),
                        ANSWER));
        return files;
    }
}
