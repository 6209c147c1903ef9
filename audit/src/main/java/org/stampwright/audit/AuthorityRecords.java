package org.stampwright.audit;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.stampwright.indicium.trust.AuthorityAnswer;
import org.stampwright.indicium.trust.AuthorityRequest;
import org.stampwright.indicium.trust.P256;
import org.stampwright.indicium.trust.SignedTrustBundle;
import org.stampwright.protocol.BoundedHttp;
import org.stampwright.protocol.StrictJson;

/**
 * What the authority itself has on record for this vendor, read by its signed interface with the auditor's key, which
 * may read and nothing else.
 *
 * @param root      the authority's root certificate
 * @param bundle    the newest trust bundle, checked against the root
 * @param devices   by PSD serial number
 * @param downloads by the id that the vendor chose
 * @param voids     by the id that the vendor chose
 */
public record AuthorityRecords(
        X509Certificate root,
        SignedTrustBundle bundle,
        Map<Long, Device> devices,
        Map<String, Download> downloads,
        Map<String, Void> voids) {

    public AuthorityRecords {
        devices = Map.copyOf(devices);
        downloads = Map.copyOf(downloads);
        voids = Map.copyOf(voids);
    }

    /** A PSD as the authority knows it; money in mills. */
    public record Device(
            long serial, long headNumber, String headHash, long ascending, long fundsAdded, long pieceCount) {}

    /** A postage value download; {@code state} is {@code granted} or {@code refused}. */
    public record Download(String id, long psd, long amount, String state) {}

    /** A void; {@code state} is {@code voided} or {@code refused}. */
    public record Void(String id, long psd, long pieceCount, String state) {}

    /** How to ask: where, whose answers to believe, and the auditor's key. */
    public record Access(
            URI base, X509Certificate root, String keyId, PrivateKey key, Clock clock, SecureRandom random) {}

    /**
     * Reads everything.
     *
     * @throws IOException          if the authority does not answer, its answer is not signed by it, or not understood
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public static AuthorityRecords read(Access access) throws IOException, InterruptedException {
        try {
            return readAll(access);
        } catch (JsonException
                | IllegalArgumentException
                | ClassCastException
                | NullPointerException
                | ArithmeticException unclear) {
            throw new IOException("the authority's answer cannot be understood: " + unclear.getMessage(), unclear);
        }
    }

    private static AuthorityRecords readAll(Access access) throws IOException, InterruptedException {
        Reading reading = new Reading(access);
        SignedTrustBundle bundle = reading.bundle();
        Map<Long, Device> devices = new HashMap<>();
        Map<String, Download> downloads = new HashMap<>();
        for (JsonObject json : reading.list("/v1/psds", bundle)) {
            Device device = device(json);
            devices.put(device.serial(), device);
            String path = "/v1/psds/" + json.getString("psdSerial", Long.toString(device.serial())) + "/downloads";
            for (JsonObject download : reading.list(path, bundle)) {
                downloads.put(
                        download.getString("id"),
                        new Download(
                                download.getString("id"),
                                device.serial(),
                                download.getJsonNumber("amount").longValueExact(),
                                download.getString("state")));
            }
        }
        Map<String, Void> voids = new HashMap<>();
        for (JsonObject json : reading.list("/v1/voids", bundle)) {
            voids.put(
                    json.getString("id"),
                    new Void(
                            json.getString("id"),
                            serial(json),
                            json.getJsonNumber("pieceCount").longValueExact(),
                            json.getString("state")));
        }
        return new AuthorityRecords(access.root(), bundle, devices, downloads, voids);
    }

    private static Device device(JsonObject json) {
        JsonObject head = json.getJsonObject("head");
        return new Device(
                serial(json),
                head.getJsonNumber("number").longValueExact(),
                head.getString("hash"),
                json.getJsonNumber("ascending").longValueExact(),
                json.getJsonNumber("fundsAdded").longValueExact(),
                json.getJsonNumber("pieceCount").longValueExact());
    }

    /** A serial number travels as eight digits or as a number. */
    private static long serial(JsonObject json) {
        return Long.parseLong(json.get("psdSerial").toString().replace("\"", ""));
    }

    /** One conversation: signs what it asks, believes only what is signed. */
    private static final class Reading {

        private static final BoundedHttp HTTP =
                new BoundedHttp(Duration.ofSeconds(2), Duration.ofSeconds(10), 64 << 20);

        private final Access access;

        Reading(Access access) {
            this.access = access;
        }

        SignedTrustBundle bundle() throws IOException, InterruptedException {
            URI uri = access.base().resolve("/.well-known/stampwright/trust-bundle");
            byte[] bytes = send(HttpRequest.newBuilder(uri).build()).body();
            SignedTrustBundle bundle = SignedTrustBundle.decode(bytes);
            var objection = bundle.objection(access.root());
            if (objection.isPresent()) {
                throw new IOException("the trust bundle is not the authority's: " + objection.get());
            }
            return bundle;
        }

        List<JsonObject> list(String path, SignedTrustBundle bundle) throws IOException, InterruptedException {
            byte[] nonce = new byte[AuthorityRequest.NONCE_LENGTH];
            access.random().nextBytes(nonce);
            AuthorityRequest request = AuthorityRequest.of(
                    access.keyId(), "GET", path, new byte[0], access.clock().instant(), nonce);
            HttpRequest.Builder asking = HttpRequest.newBuilder(access.base().resolve(path));
            request.headers(bytes -> P256.sign(access.key(), bytes)).forEach(asking::header);
            HttpResponse<byte[]> answer = send(asking.build());
            String seal = answer.headers()
                    .firstValue(AuthorityAnswer.SIGNATURE_HEADER)
                    .orElse(null);
            if (!AuthorityAnswer.to(request, answer.statusCode(), answer.body())
                    .isSignedBy(bundle.bundle().signingCertificate().getPublicKey(), seal)) {
                throw new IOException("the answer to " + path + " is not signed by the authority");
            }
            return objects(answer.body());
        }

        private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
            HttpResponse<byte[]> answer = answer(request);
            if (answer.statusCode() != 200) {
                throw new IOException("the authority answered " + answer.statusCode() + " to "
                        + request.uri().getPath());
            }
            return answer;
        }

        /** A refused connection has no words of its own. */
        private HttpResponse<byte[]> answer(HttpRequest request) throws IOException, InterruptedException {
            try {
                return HTTP.send(request);
            } catch (IOException silent) {
                throw new IOException("the authority at " + access.base() + " does not answer", silent);
            }
        }

        /** A list, bare or as the one member of an object. */
        private static List<JsonObject> objects(byte[] body) {
            JsonValue json = StrictJson.value(body);
            JsonArray list = json instanceof JsonArray array
                    ? array
                    : json.asJsonObject().values().iterator().next().asJsonArray();
            return new ArrayList<>(list.getValuesAs(JsonObject.class));
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
