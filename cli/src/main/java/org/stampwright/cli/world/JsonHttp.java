package org.stampwright.cli.world;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.stampwright.protocol.BoundedHttp;
import org.stampwright.protocol.StrictJson;

/** JSON over HTTP with one authorization; answers other than 2xx are {@link Unwelcome}. */
public final class JsonHttp {

    /** With connections that all callers share. */
    private static final BoundedHttp HTTP = new BoundedHttp(Duration.ofSeconds(2), Duration.ofSeconds(30), 64 << 20);

    private final URI base;
    private final String authorization;
    private final BoundedHttp http;

    private JsonHttp(URI base, String authorization, BoundedHttp http) {
        this.base = base;
        this.authorization = authorization;
        this.http = http;
    }

    public static JsonHttp basic(URI base, String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new JsonHttp(base, "Basic " + Base64.getEncoder().encodeToString(both), HTTP);
    }

    public static JsonHttp bearer(URI base, String key) {
        return new JsonHttp(base, "Bearer " + key, HTTP);
    }

    /** The same for a caller who must not be kept waiting, or who asks for much. */
    public JsonHttp within(Duration other) {
        return new JsonHttp(base, authorization, http.within(other));
    }

    public JsonValue get(String path) throws InterruptedException {
        return json(text(path));
    }

    public JsonValue post(String path, JsonObject body, String... headers) throws InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return json(send(request.build()));
    }

    String text(String path) throws InterruptedException {
        return send(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", authorization)
                .header("Accept", "application/json, text/plain, */*");
    }

    private String send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = http.send(request);
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            if (answer.statusCode() / 100 != 2) {
                throw new Unwelcome(request.method() + " " + request.uri(), answer.statusCode(), body);
            }
            return body;
        } catch (IOException unreachable) {
            throw new Unwelcome(request.method() + " " + request.uri(), 0, unreachable.toString());
        }
    }

    private static JsonValue json(String text) {
        return StrictJson.value(text);
    }
}
