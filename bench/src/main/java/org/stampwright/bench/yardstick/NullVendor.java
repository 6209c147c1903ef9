package org.stampwright.bench.yardstick;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.stampwright.bench.system.AuthorityAdmin;
import org.stampwright.bench.system.VendorSystem;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.P256;
import org.stampwright.protocol.AuthorityCaller;
import org.stampwright.protocol.BoundedHttp;
import org.stampwright.protocol.Pem;
import org.stampwright.protocol.SignedExchange;
import org.stampwright.protocol.StrictJson;

/** A second vendor at the system's authority, which does nothing but what the authority asks of one. */
final class NullVendor {

    /** In mills; more than any run consumes. */
    private static final long OPENING_BALANCE = 100_000_000_000L;

    private static final long POSTCODE = 20_260;
    private static final String SERVER_SYSTEM = "null";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BoundedHttp http = new BoundedHttp(Duration.ofSeconds(5), Duration.ofSeconds(30), 16 << 20);
    private final AuthorityAdmin admin;
    private final URI authority;
    private final JsonObject licence;
    private final AuthorityCaller caller;
    private final PublicKey signingKey;

    NullVendor(VendorSystem system) throws IOException, InterruptedException {
        admin = new AuthorityAdmin(system);
        authority = system.authority();
        KeyPair enrolment = P256.newKeyPair(RANDOM);
        licence = admin.post(
                "/admin/vendors",
                Json.createObjectBuilder()
                        .add("name", "Null vendor of a benchmark")
                        .add("enrolmentKey", pem(enrolment))
                        .add("auditorKey", pem(P256.newKeyPair(RANDOM)))
                        .add("openingBalance", OPENING_BALANCE)
                        .add("postcode", POSTCODE)
                        .build());
        caller = new AuthorityCaller(licence.getString("keyId"), enrolment.getPrivate(), Clock.systemUTC(), RANDOM);
        signingKey = Certificates.read(http.send(HttpRequest.newBuilder(authority.resolve("/signing-certificate.pem"))
                                .build())
                        .body())
                .getPublicKey();
    }

    /** A key with its certificate's serial number. */
    record Module(KeyPair keys, CertificateSerial certificate) {

        byte[] sign(byte[] bytes) {
            return P256.sign(keys.getPrivate(), bytes);
        }
    }

    JsonObject licence() {
        return licence;
    }

    /** Creates a key with a certificate that the administrator approved. */
    Module module(String use) throws IOException, InterruptedException {
        KeyPair keys = P256.newKeyPair(RANDOM);
        String request = "/certificate-requests/" + UUID.randomUUID();
        JsonObject certificate = send(
                "PUT",
                "/v1" + request,
                Json.createObjectBuilder()
                        .add("use", use)
                        .add("serverSystem", SERVER_SYSTEM)
                        .add("csr", Pem.of("CERTIFICATE REQUEST", signingRequest(keys)))
                        .build());
        if (!certificate.containsKey("serial")) {
            admin.post("/admin" + request + "/approve", JsonObject.EMPTY_JSON_OBJECT);
            certificate = send("GET", "/v1" + request, null);
        }
        return new Module(
                keys, new CertificateSerial(certificate.getJsonNumber("serial").longValueExact()));
    }

    /** Returns the authority's record of a new PSD. */
    JsonObject psd() throws IOException, InterruptedException {
        return send(
                "PUT",
                "/v1/psds/" + UUID.randomUUID(),
                Json.createObjectBuilder().add("serverSystem", SERVER_SYSTEM).build());
    }

    /** Sends a signed request, checks that the authority signed the answer, and returns the answer. */
    JsonObject send(String method, String path, JsonObject body) throws IOException, InterruptedException {
        byte[] bytes = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
        SignedExchange exchange = caller.send(http, authority, method, path, bytes);
        if (exchange.status() / 100 != 2 || !exchange.isAnsweredBy(signingKey)) {
            throw new IOException("the authority answered " + method + " " + path + " with " + exchange.status() + " "
                    + new String(exchange.body(), StandardCharsets.UTF_8));
        }
        return StrictJson.object(exchange.body());
    }

    private static byte[] signingRequest(KeyPair keys) throws IOException {
        try {
            return new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=" + SERVER_SYSTEM), keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                    .getEncoded();
        } catch (OperatorCreationException fault) {
            throw new IOException(fault);
        }
    }

    private static String pem(KeyPair keys) {
        return Pem.of("PUBLIC KEY", keys.getPublic().getEncoded());
    }
}
