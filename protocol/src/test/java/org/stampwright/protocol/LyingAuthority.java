package org.stampwright.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.P256;
import org.stampwright.indicium.trust.TestAuthority;
import org.stampwright.protocol.LyingPeer.Asked;
import org.stampwright.protocol.LyingPeer.Manner;
import org.stampwright.protocol.LyingPeer.Told;

/**
 * A postal authority over HTTP that tells the truth or lies, as a test chooses: its answers to signed requests, their
 * signatures, and how much of each is sent. Its keys and certificates are real.
 */
public final class LyingAuthority implements AutoCloseable {

    public static final String SIGNING_CERTIFICATE = "/signing-certificate.pem";
    public static final String TRUST_BUNDLE = "/.well-known/stampwright/trust-bundle";
    public static final String KEY_ID = "test";

    /** How the answer to a signed request is signed. */
    public enum Signature {
        RIGHT,
        MISSING,
        NO_HEXADECIMAL,
        OF_ANOTHER_KEY,
        /** Signed for another request with the same content. */
        FOR_ANOTHER_REQUEST,
        OVER_ANOTHER_STATUS,
        OVER_ANOTHER_BODY
    }

    private static final byte[] OTHER = "{}".getBytes(StandardCharsets.US_ASCII);

    private final TestAuthority keys = new TestAuthority();
    private final KeyPair another = P256.newKeyPair(new SecureRandom());
    private final KeyPair vendors = P256.newKeyPair(new SecureRandom());
    private final Map<String, Deque<Told>> served = new HashMap<>();
    private final LyingPeer peer = new LyingPeer(this::answer);
    private final Queue<Told> next = new ConcurrentLinkedQueue<>();
    private volatile Told told = Told.of(200, "{}");
    private volatile Signature signature = Signature.RIGHT;

    public LyingAuthority() {
        serves(
                SIGNING_CERTIFICATE,
                Told.of(200, Pem.of("CERTIFICATE", Certificates.encode(keys.signingCertificate()))));
    }

    public TestAuthority keys() {
        return keys;
    }

    /** Returns the vendor's key pair, which signs the requests to it. */
    public KeyPair vendors() {
        return vendors;
    }

    public URI uri() {
        return peer.uri();
    }

    public List<String> asked() {
        return peer.asked();
    }

    /** Answers every signed request with this body, correctly signed. */
    public void tells(int status, String json) {
        told = Told.of(status, json);
        signature = Signature.RIGHT;
    }

    /** Answers the next signed requests with these bodies, one each, correctly signed. */
    public void tellsNext(String... json) {
        for (String body : json) {
            next.add(Told.of(200, body));
        }
        signature = Signature.RIGHT;
    }

    /** Signs its answers in this way. */
    public void signs(Signature other) {
        signature = other;
    }

    /** Sends only this part of its answers. */
    public void sends(Manner manner) {
        told = told.with(manner);
    }

    /** Answers requests of this path with these bodies in turn, unsigned; the last one stays. */
    public synchronized void serves(String path, Told... inTurn) {
        served.put(path, new ArrayDeque<>(List.of(inTurn)));
    }

    private synchronized Told answer(Asked asked) {
        Deque<Told> unsigned = served.get(asked.path());
        if (unsigned == null) {
            return signed(asked);
        }
        return unsigned.size() > 1 ? unsigned.remove() : unsigned.element();
    }

    private Told signed(Asked asked) {
        AuthorityRequest request =
                AuthorityRequest.received(asked.method(), asked.path(), asked.body(), asked.header()::apply);
        if (!request.isSignedBy(vendors.getPublic(), asked.header()::apply)) {
            return Told.of(401, "{}");
        }
        Told answer = Optional.ofNullable(next.poll()).orElse(told);
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (signature != Signature.MISSING) {
            headers.put(AuthorityAnswer.SIGNATURE_HEADER, signatureFor(request, answer));
        }
        return new Told(answer.status(), headers, answer.body(), answer.manner());
    }

    private String signatureFor(AuthorityRequest request, Told answer) {
        AuthorityAnswer right = AuthorityAnswer.to(request, answer.status(), answer.body());
        return switch (signature) {
            case RIGHT -> right.header(keys::sign);
            case MISSING -> "";
            case NO_HEXADECIMAL -> "x".repeat(128);
            case OF_ANOTHER_KEY -> right.header(bytes -> P256.sign(another.getPrivate(), bytes));
            case FOR_ANOTHER_REQUEST ->
                new AuthorityAnswer(answer.status(), new byte[16], right.bodyHash()).header(keys::sign);
            case OVER_ANOTHER_STATUS ->
                AuthorityAnswer.to(request, answer.status() + 1, answer.body()).header(keys::sign);
            case OVER_ANOTHER_BODY ->
                AuthorityAnswer.to(request, answer.status(), OTHER).header(keys::sign);
        };
    }

    /** Returns the vendor's settings that name this authority; key and root are written into the folder. */
    public Map<String, String> settings(Path folder) {
        String key = write(
                folder.resolve("vendor.key.pem"),
                Pem.of("PRIVATE KEY", vendors.getPrivate().getEncoded()));
        return Map.of(
                "stampwright.authority.url", uri().toString(),
                "stampwright.authority.root",
                        write(folder.resolve("root.pem"), Pem.of("CERTIFICATE", Certificates.encode(keys.root()))),
                "stampwright.enrolment.key", key,
                "stampwright.enrolment.key-id", KEY_ID,
                "stampwright.auditor.key", key,
                "stampwright.auditor.key-id", KEY_ID);
    }

    private static String write(Path file, String text) {
        try {
            return Files.writeString(file, text).toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        peer.close();
    }
}
