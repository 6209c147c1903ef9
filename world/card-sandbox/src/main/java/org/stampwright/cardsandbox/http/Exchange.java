package org.stampwright.cardsandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One HTTP request and its response. */
public final class Exchange {
    private static final int LONGEST_BODY = 1 << 20;

    private final HttpExchange http;
    private final String requestId;
    private String body;

    public Exchange(HttpExchange http, String requestId) {
        this.http = http;
        this.requestId = requestId;
    }

    public String requestId() {
        return requestId;
    }

    public String method() {
        return http.getRequestMethod();
    }

    public String path() {
        return http.getRequestURI().getPath();
    }

    public String header(String name) {
        return http.getRequestHeaders().getFirst(name);
    }

    /** Returns the encoded parameters: the query of a GET or DELETE, or the body of a POST. */
    public String encodedParams() throws IOException {
        return method().equals("POST") ? body() : http.getRequestURI().getRawQuery();
    }

    private String body() throws IOException {
        if (body == null) {
            byte[] bytes = http.getRequestBody().readNBytes(LONGEST_BODY + 1);
            if (bytes.length > LONGEST_BODY) {
                throw Refusal.parameter("The request body is longer than 1 MiB.", null, null);
            }
            body = new String(bytes, StandardCharsets.UTF_8);
        }
        return body;
    }

    public void answer(Answer answer, Map<String, String> headers) throws IOException {
        headers.forEach(http.getResponseHeaders()::set);
        http.getResponseHeaders().set("Request-Id", requestId);
        http.getResponseHeaders().set("Cache-Control", "no-cache, no-store");
        if (answer.status() == 401) {
            http.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"Stripe\"");
        }
        send(answer.status(), "application/json", answer.body().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a page to the payer's browser; {@code policy} is its content security policy. */
    public void page(int status, String html, String policy) throws IOException {
        http.getResponseHeaders().set("Content-Security-Policy", policy);
        http.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        http.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        http.getResponseHeaders().set("X-Frame-Options", "DENY");
        http.getResponseHeaders().set("Cache-Control", "no-store");
        send(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    public void asset(String type, byte[] bytes) throws IOException {
        http.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        http.getResponseHeaders().set("Cache-Control", "max-age=300");
        send(200, type, bytes);
    }

    public void redirect(String url) throws IOException {
        http.getResponseHeaders().set("Location", url);
        http.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        http.getResponseHeaders().set("Cache-Control", "no-store");
        http.sendResponseHeaders(303, -1);
        http.close();
    }

    private void send(int status, String type, byte[] bytes) throws IOException {
        http.getResponseHeaders().set("Content-Type", type);
        http.sendResponseHeaders(status, bytes.length == 0 || method().equals("HEAD") ? -1 : bytes.length);
        if (!method().equals("HEAD")) {
            http.getResponseBody().write(bytes);
        }
        http.close();
    }

    /** Closes the connection without a response, as a broken network does. */
    public void drop() {
        http.close();
    }
}
