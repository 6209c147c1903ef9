package org.stampwright.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.trust.P256;

class AuthorityRequestTest {

    private static final byte[] BODY = "{\"amount\":1000}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NONCE = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    private static final String PATH = "/v1/psds/00000001/downloads/x?y=1";

    private final KeyPair key = P256.newKeyPair(new SecureRandom());
    private final AuthorityRequest request =
            AuthorityRequest.of("vendor-1", "PUT", PATH, BODY, Instant.ofEpochSecond(1_795_435_200L), NONCE);
    private final Map<String, String> headers = request.headers(bytes -> P256.sign(key.getPrivate(), bytes));

    @Test
    void signs_seven_lines() {
        assertThat(new String(request.signingBytes(), StandardCharsets.US_ASCII))
                .isEqualTo(
                        """
                stampwright-request-v1
                vendor-1
                PUT
                /v1/psds/00000001/downloads/x?y=1
                612612d208fb618eb2b007d2a7f8d7a1cfb511532389298f1cc33322c3094bcc
                1795435200
                000102030405060708090a0b0c0d0e0f""");
    }

    @Test
    void is_accepted_as_sent() {
        AuthorityRequest received = AuthorityRequest.received("PUT", PATH, BODY, headers::get);
        assertThat(received).isEqualTo(request);
        assertThat(received.isSignedBy(key.getPublic(), headers::get)).isTrue();
    }

    @Test
    void is_refused_with_any_part_changed() {
        assertRefused("POST", PATH, BODY, headers);
        assertRefused("PUT", "/v1/psds/00000002/downloads/x?y=1", BODY, headers);
        assertRefused("PUT", PATH, new byte[0], headers);
        assertRefused("PUT", PATH, BODY, with(AuthorityRequest.KEY_HEADER, "vendor-2"));
        assertRefused("PUT", PATH, BODY, with(AuthorityRequest.TIME_HEADER, "1795435201"));
        assertRefused("PUT", PATH, BODY, with(AuthorityRequest.NONCE_HEADER, "ff0102030405060708090a0b0c0d0e0f"));
        assertRefused("PUT", PATH, BODY, with(AuthorityRequest.SIGNATURE_HEADER, "00"));
        assertRefused("PUT", PATH, BODY, with(AuthorityRequest.SIGNATURE_HEADER, null));
        assertThat(request.isSignedBy(P256.newKeyPair(new SecureRandom()).getPublic(), headers::get))
                .isFalse();
    }

    @Test
    void a_missing_or_malformed_header_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> received(with(AuthorityRequest.NONCE_HEADER, null)))
                .withMessage("the header Stampwright-Nonce is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> received(with(AuthorityRequest.TIME_HEADER, "soon")))
                .withMessage("Stampwright-Time must be seconds since 1970");
        assertThatIllegalArgumentException().isThrownBy(() -> received(with(AuthorityRequest.KEY_HEADER, "a\nb")));
    }

    @Test
    void an_answer_is_bound_to_its_request_status_and_body() {
        AuthorityAnswer answer = AuthorityAnswer.to(request, 200, BODY);
        String header = answer.header(bytes -> P256.sign(key.getPrivate(), bytes));
        assertThat(AuthorityAnswer.to(request, 200, BODY).isSignedBy(key.getPublic(), header))
                .isTrue();
        assertThat(AuthorityAnswer.to(request, 409, BODY).isSignedBy(key.getPublic(), header))
                .isFalse();
        assertThat(AuthorityAnswer.to(request, 200, new byte[0]).isSignedBy(key.getPublic(), header))
                .isFalse();
        AuthorityRequest another = AuthorityRequest.of("vendor-1", "PUT", PATH, BODY, request.time(), new byte[16]);
        assertThat(AuthorityAnswer.to(another, 200, BODY).isSignedBy(key.getPublic(), header))
                .isFalse();
        assertThat(answer.isSignedBy(key.getPublic(), null)).isFalse();
    }

    private void assertRefused(String method, String path, byte[] body, Map<String, String> sent) {
        assertThat(AuthorityRequest.received(method, path, body, sent::get).isSignedBy(key.getPublic(), sent::get))
                .isFalse();
    }

    private AuthorityRequest received(Map<String, String> sent) {
        return AuthorityRequest.received("PUT", PATH, BODY, sent::get);
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(name, value);
        return changed;
    }
}
