package org.stampwright.cli.world;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.stampwright.cli.http.WholeAnswer;

/** JSON over HTTP with one authorization; answers other than 2xx are {@link Unwelcome}. */
public final class JsonHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final String authorization;
    private final Duration patience;

    private JsonHttp(URI base, String authorization, Duration patience) {
        this.base = base;
        this.authorization = authorization;
        this.patience = patience;
    }

    public static JsonHttp basic(URI base, String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new JsonHttp(base, "Basic " + Base64.getEncoder().encodeToString(both), PATIENCE);
    }

    public static JsonHttp bearer(URI base, String key) {
        return new JsonHttp(base, "Bearer " + key, PATIENCE);
    }

    /** The same for a caller who must not be kept waiting, or who asks for much. */
    public JsonHttp within(Duration other) {
        return new JsonHttp(base, authorization, other);
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
            HttpResponse<String> answer = WholeAnswer.to(request, HttpResponse.BodyHandlers.ofString(), patience);
            if (answer.statusCode() / 100 != 2) {
                throw new Unwelcome(request.method() + " " + request.uri(), answer.statusCode(), answer.body());
            }
            return answer.body();
        } catch (IOException unreachable) {
            throw new Unwelcome(request.method() + " " + request.uri(), 0, unreachable.toString());
        }
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
