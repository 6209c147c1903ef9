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
import java.util.NoSuchElementException;
import org.stampwright.indicium.trust.SignedTrustBundle;
import org.stampwright.protocol.AuthorityCaller;
import org.stampwright.protocol.BoundedHttp;
import org.stampwright.protocol.SignedExchange;
import org.stampwright.protocol.StrictJson;

/**
 * The authority's own records of this vendor, read through its signed interface with the auditor's key, which permits
 * reading only.
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

    /** The access to the authority: its address, the keys that sign its answers, and the auditor's key. */
    public record Access(
            URI base, X509Certificate root, String keyId, PrivateKey key, Clock clock, SecureRandom random) {}

    /**
     * Reads everything.
     *
     * @throws IOException          if the authority does not answer, or its answer is not signed by it or is malformed
     * @throws InterruptedException if the thread is interrupted
     */
    public static AuthorityRecords read(Access access) throws IOException, InterruptedException {
        try {
            return readAll(access);
        } catch (JsonException
                | IllegalArgumentException
                | ClassCastException
                | NullPointerException
                | NoSuchElementException
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

    /** Reads a serial number, which is sent as eight digits or as a number. */
    private static long serial(JsonObject json) {
        return Long.parseLong(json.get("psdSerial").toString().replace("\"", ""));
    }

    /** One session with the authority: signs each request and accepts signed responses only. */
    private static final class Reading {

        private static final BoundedHttp HTTP =
                new BoundedHttp(Duration.ofSeconds(2), Duration.ofSeconds(10), 64 << 20);

        private final Access access;

        Reading(Access access) {
            this.access = access;
        }

        SignedTrustBundle bundle() throws IOException, InterruptedException {
            String path = "/.well-known/stampwright/trust-bundle";
            HttpResponse<byte[]> answer = published(path);
            refuseUnless200(answer.statusCode(), path);
            SignedTrustBundle bundle = SignedTrustBundle.decode(answer.body());
            var objection = bundle.objection(access.root());
            if (objection.isPresent()) {
                throw new IOException("the trust bundle is not the authority's: " + objection.get());
            }
            return bundle;
        }

        private HttpResponse<byte[]> published(String path) throws IOException, InterruptedException {
            try {
                return HTTP.send(
                        HttpRequest.newBuilder(access.base().resolve(path)).build());
            } catch (IOException silent) {
                throw doesNotAnswer(silent);
            }
        }

        List<JsonObject> list(String path, SignedTrustBundle bundle) throws IOException, InterruptedException {
            SignedExchange exchange = asked(path);
            refuseUnless200(exchange.status(), path);
            if (!exchange.isAnsweredBy(bundle.bundle().signingCertificate().getPublicKey())) {
                throw new IOException("the answer to " + path + " is not signed by the authority");
            }
            return objects(exchange.body());
        }

        private SignedExchange asked(String path) throws IOException, InterruptedException {
            try {
                return new AuthorityCaller(access.keyId(), access.key(), access.clock(), access.random())
                        .send(HTTP, access.base(), "GET", path, new byte[0]);
            } catch (IOException silent) {
                throw doesNotAnswer(silent);
            }
        }

        private static void refuseUnless200(int status, String path) throws IOException {
            if (status != 200) {
                throw new IOException("the authority answered " + status + " to " + path);
            }
        }

        /** Adds the address to the exception: a refused connection has no message of its own. */
        private IOException doesNotAnswer(IOException silent) {
            return new IOException("the authority at " + access.base() + " does not answer", silent);
        }

        /** Returns a list, which is sent by itself or as the only member of an object. */
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
