package org.stampwright.audit;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stampwright.audit.AuthorityRecords.Access;
import org.stampwright.indicium.trust.SignedTrustBundle;
import org.stampwright.protocol.AuthorityCaller;
import org.stampwright.protocol.BoundedHttp;
import org.stampwright.protocol.SignedExchange;
import org.stampwright.protocol.StrictJson;

/** One session with the authority: signs each request and accepts signed responses only. */
final class AuthoritySession {

    private static final BoundedHttp HTTP = new BoundedHttp(Duration.ofSeconds(2), Duration.ofSeconds(10), 64 << 20);

    private final Access access;
    private final SignedTrustBundle bundle;

    AuthoritySession(Access access) throws IOException, InterruptedException {
        this.access = access;
        this.bundle = readBundle();
    }

    SignedTrustBundle bundle() {
        return bundle;
    }

    private SignedTrustBundle readBundle() throws IOException, InterruptedException {
        String path = "/.well-known/stampwright/trust-bundle";
        HttpResponse<byte[]> answer = published(path);
        refuseUnless200(answer.statusCode(), path);
        SignedTrustBundle signed = SignedTrustBundle.decode(answer.body());
        var objection = signed.objection(access.root());
        if (objection.isPresent()) {
            throw new IOException("the trust bundle is not the authority's: " + objection.get());
        }
        return signed;
    }

    private HttpResponse<byte[]> published(String path) throws IOException, InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(access.base().resolve(path)).build());
        } catch (IOException silent) {
            throw doesNotAnswer(silent);
        }
    }

    /** Returns a list that comes in one answer. */
    List<JsonObject> list(String path) throws IOException, InterruptedException {
        SignedExchange exchange = asked(path);
        refuseUnless200(exchange.status(), path);
        return objects(signedBody(exchange, path));
    }

    /** Returns a list that comes in pages, oldest first: all of it, or what the authority decided since. */
    List<JsonObject> pages(String path, Optional<Instant> since) throws IOException, InterruptedException {
        Map<String, JsonObject> read = new LinkedHashMap<>();
        String from = since.map(moment -> "since=" + URLEncoder.encode(moment.toString(), StandardCharsets.UTF_8))
                .orElse("");
        String question = path + (from.isEmpty() ? "" : "?" + from);
        for (List<JsonObject> page = list(question); !page.isEmpty(); page = list(question)) {
            int before = read.size();
            page.forEach(json -> read.put(json.getString("id"), json));
            if (read.size() == before) {
                throw new IOException("the authority's list " + path + " does not end");
            }
            String last = page.get(page.size() - 1).getString("id");
            question = path + "?" + (from.isEmpty() ? "" : from + "&") + "after="
                    + URLEncoder.encode(last, StandardCharsets.UTF_8);
        }
        return List.copyOf(read.values());
    }

    /** Returns one record; empty if the authority does not know it. */
    Optional<JsonObject> one(String path) throws IOException, InterruptedException {
        SignedExchange exchange = asked(path);
        if (exchange.status() == 404) {
            signedBody(exchange, path);
            return Optional.empty();
        }
        refuseUnless200(exchange.status(), path);
        return Optional.of(StrictJson.object(signedBody(exchange, path)));
    }

    private byte[] signedBody(SignedExchange exchange, String path) throws IOException {
        if (!exchange.isAnsweredBy(bundle.bundle().signingCertificate().getPublicKey())) {
            throw new IOException("the answer to " + path + " is not signed by the authority");
        }
        return exchange.body();
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
