package org.stampwright.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.trust.P256;

class AuthorityCallerTest {

    private static final byte[] BODY = "{\"amount\":1000}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ANSWER = "{\"credited\":1000}".getBytes(StandardCharsets.UTF_8);
    private static final String PATH = "/v1/psds/00000001/downloads/x?y=1";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair vendorKey = P256.newKeyPair(RANDOM);
    private final KeyPair authorityKey = P256.newKeyPair(RANDOM);
    private final BoundedHttp http = new BoundedHttp(Duration.ofSeconds(5), Duration.ofSeconds(20), 1 << 20);
    private final AuthorityCaller caller = new AuthorityCaller(
            "vendor-1",
            vendorKey.getPrivate(),
            Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC),
            RANDOM);
    private final List<AuthorityRequest> received = new ArrayList<>();
    private final List<Boolean> wellSigned = new ArrayList<>();
    private HttpServer authority;
    /** The bytes that the authority signs: the answer itself unless a test sets others. */
    private byte[] signed = ANSWER;

    private AuthorityRequest answered;
    private int signedStatus = 200;
    private boolean sendsSignature = true;

    @BeforeEach
    void start() throws IOException {
        authority = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        authority.createContext("/", this::answer);
        authority.start();
    }

    @AfterEach
    void stop() {
        authority.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        AuthorityRequest request = AuthorityRequest.received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                body,
                exchange.getRequestHeaders()::getFirst);
        received.add(request);
        wellSigned.add(request.isSignedBy(vendorKey.getPublic(), exchange.getRequestHeaders()::getFirst));
        if (sendsSignature) {
            exchange.getResponseHeaders()
                    .set(
                            AuthorityAnswer.SIGNATURE_HEADER,
                            AuthorityAnswer.to(answered == null ? request : answered, signedStatus, signed)
                                    .header(bytes -> P256.sign(authorityKey.getPrivate(), bytes)));
        }
        exchange.sendResponseHeaders(200, ANSWER.length);
        exchange.getResponseBody().write(ANSWER);
        exchange.close();
    }

    @Test
    void a_request_is_signed_as_received_and_its_answer_accepted() throws Exception {
        SignedExchange exchange = send();

        assertThat(wellSigned).containsExactly(true);
        assertThat(received).containsExactly(exchange.request());
        assertThat(exchange.request().path()).isEqualTo(PATH);
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.body()).isEqualTo(ANSWER);
        assertThat(exchange.isAnsweredBy(authorityKey.getPublic())).isTrue();
    }

    @Test
    void no_two_requests_have_one_nonce() throws Exception {
        send();
        send();

        assertThat(received.get(0).nonce()).isNotEqualTo(received.get(1).nonce());
    }

    @Test
    void an_answer_that_another_key_signed_is_rejected() throws Exception {
        assertThat(send().isAnsweredBy(vendorKey.getPublic())).isFalse();
    }

    @Test
    void an_answer_without_a_signature_is_rejected() throws Exception {
        sendsSignature = false;

        assertThat(send().isAnsweredBy(authorityKey.getPublic())).isFalse();
    }

    @Test
    void the_signature_of_another_body_is_rejected() throws Exception {
        signed = "{\"credited\":2000}".getBytes(StandardCharsets.UTF_8);

        assertThat(send().isAnsweredBy(authorityKey.getPublic())).isFalse();
    }

    @Test
    void the_signature_of_another_status_is_rejected() throws Exception {
        signedStatus = 404;

        assertThat(send().isAnsweredBy(authorityKey.getPublic())).isFalse();
    }

    @Test
    void the_answer_to_an_earlier_request_is_rejected() throws Exception {
        answered = send().request();

        assertThat(send().isAnsweredBy(authorityKey.getPublic())).isFalse();
    }

    private SignedExchange send() throws IOException, InterruptedException {
        URI base = URI.create("http://127.0.0.1:" + authority.getAddress().getPort());
        return caller.send(http, base, "PUT", PATH, BODY);
    }
}
