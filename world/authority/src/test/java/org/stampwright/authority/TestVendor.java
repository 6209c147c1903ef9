package org.stampwright.authority;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.P256;
import org.stampwright.protocol.AuthorityAnswer;
import org.stampwright.protocol.AuthorityRequest;

/** A vendor as the authority sees one: keys, signed requests, modules with certificates. */
final class TestVendor {

    static final SecureRandom RANDOM = new SecureRandom();
    /** HTTP 1.1, because the client does not notice when a body of HTTP 2 is cut off. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final KeyPair enrolment = P256.newKeyPair(RANDOM);
    final KeyPair auditor = P256.newKeyPair(RANDOM);
    final RunningAuthority authority;
    final JsonObject licence;
    private final X509Certificate signingCertificate;

    TestVendor(long openingBalance) throws IOException, InterruptedException {
        authority = RunningAuthority.get();
        Reply registered = admin("POST", "/admin/vendors", registration(openingBalance));
        if (registered.status() != 201) {
            throw new IllegalStateException(registered.problem());
        }
        licence = registered.json();
        signingCertificate = Certificates.read(get(HttpRequest.newBuilder(authority.uri("/signing-certificate.pem"))
                        .GET())
                .body());
    }

    /** A key of a module and its certificate. */
    record Module(KeyPair keys, long certificateSerial, X509Certificate certificate) {}

    String registration(long openingBalance) {
        return Json.createObjectBuilder()
                .add("name", "A vendor")
                .add("enrolmentKey", pem(enrolment))
                .add("auditorKey", pem(auditor))
                .add("openingBalance", openingBalance)
                .add("postcode", 22601)
                .build()
                .toString();
    }

    Reply admin(String method, String path, String body) throws IOException, InterruptedException {
        String login = "admin:" + RunningAuthority.ADMIN_PASSWORD;
        return with(
                method,
                path,
                body,
                "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    Reply desk(String path, String body) throws IOException, InterruptedException {
        return with("POST", path, body, "Bearer " + RunningAuthority.DESK_KEY);
    }

    Reply with(String method, String path, String body, String authorization) throws IOException, InterruptedException {
        return get(HttpRequest.newBuilder(authority.uri(path))
                .header("Authorization", authorization)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send(signed("GET", path, ""), "");
    }

    Reply put(String path, String body) throws IOException, InterruptedException {
        return send(signed("PUT", path, body), body);
    }

    Reply post(String path, String body) throws IOException, InterruptedException {
        return send(signed("POST", path, body), body);
    }

    AuthorityRequest signed(String method, String path, String body) {
        return AuthorityRequest.of(
                licence.getString("keyId"),
                method,
                path,
                body.getBytes(StandardCharsets.UTF_8),
                Instant.now(),
                nonce());
    }

    static byte[] nonce() {
        byte[] nonce = new byte[AuthorityRequest.NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    /** Sends the request signed by the enrolment key; a response that is not signed for this request is an error. */
    Reply send(AuthorityRequest request, String body) throws IOException, InterruptedException {
        Reply reply = send(request, body, enrolment.getPrivate());
        if (!isSigned(request, reply)) {
            throw new IllegalStateException("the answer is not signed: " + reply.problem());
        }
        return reply;
    }

    Reply send(AuthorityRequest request, String body, PrivateKey key) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(authority.uri(request.path()))
                .method(request.method(), HttpRequest.BodyPublishers.ofString(body));
        for (Map.Entry<String, String> header :
                request.headers(bytes -> P256.sign(key, bytes)).entrySet()) {
            builder.header(header.getKey(), header.getValue());
        }
        return get(builder);
    }

    boolean isSigned(AuthorityRequest request, Reply reply) {
        return AuthorityAnswer.to(request, reply.status(), reply.body())
                .isSignedBy(signingCertificate.getPublicKey(), reply.signature());
    }

    X509Certificate signingCertificate() {
        return signingCertificate;
    }

    /** Creates a module key with a certificate that the administrator approved. */
    Module module(String use, String serverSystem) throws IOException, InterruptedException {
        KeyPair keys = P256.newKeyPair(RANDOM);
        String path = "/v1/certificate-requests/" + UUID.randomUUID();
        put(path, certificateRequest(use, serverSystem, keys));
        admin("POST", "/admin" + path.substring("/v1".length()) + "/approve", "");
        JsonObject issued = get(path).json();
        return new Module(
                keys,
                issued.getJsonNumber("serial").longValueExact(),
                Certificates.read(issued.getString("certificate").getBytes(StandardCharsets.US_ASCII)));
    }

    static String certificateRequest(String use, String serverSystem, KeyPair keys) {
        return certificateRequest(use, serverSystem, keys, keys.getPrivate());
    }

    static String certificateRequest(String use, String serverSystem, KeyPair keys, PrivateKey signer) {
        try {
            byte[] csr = new JcaPKCS10CertificationRequestBuilder(
                            new X500Principal("CN=" + serverSystem), keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer))
                    .getEncoded();
            return Json.createObjectBuilder()
                    .add("use", use)
                    .add("serverSystem", serverSystem)
                    .add(
                            "csr",
                            "-----BEGIN CERTIFICATE REQUEST-----\n"
                                    + Base64.getMimeEncoder().encodeToString(csr)
                                    + "\n-----END CERTIFICATE REQUEST-----\n")
                    .build()
                    .toString();
        } catch (OperatorCreationException | IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    long balance() throws IOException, InterruptedException {
        return get("/v1/licence").json().getJsonNumber("balance").longValueExact();
    }

    private static Reply get(HttpRequest.Builder request) throws IOException, InterruptedException {
        return Reply.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    static String pem(KeyPair keys) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
