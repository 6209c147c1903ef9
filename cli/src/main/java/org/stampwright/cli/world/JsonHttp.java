package org.stampwright.cli.world;

import jakarta.json.JsonException;
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

/** JSON over HTTP with one authorization; any status other than 2xx is thrown as {@link UnexpectedResponse}. */
public final class JsonHttp {

    /** A client whose connections all callers share. */
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

    /** Returns a client with another time limit, for a caller that must not wait long or that requests much. */
    public JsonHttp within(Duration other) {
        return new JsonHttp(base, authorization, http.within(other));
    }

    public JsonValue get(String path) throws InterruptedException {
        HttpRequest request = request(path).GET().build();
        return json(request, send(request));
    }

    public JsonValue post(String path, JsonObject body, String... headers) throws InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpRequest whole = request.build();
        return json(whole, send(whole));
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
                throw new UnexpectedResponse(asked(request), answer.statusCode(), body);
            }
            return body;
        } catch (IOException unreachable) {
            throw new UnexpectedResponse(asked(request), 0, unreachable.toString());
        }
    }

    private static String asked(HttpRequest request) {
        return request.method() + " " + request.uri();
    }

    private static JsonValue json(HttpRequest request, String text) {
        try {
            return StrictJson.value(text);
        } catch (JsonException noJson) {
            throw new UnexpectedResponse(asked(request), 0, "not with JSON, " + noJson.getMessage());
        }
    }
}
