package org.stampwright.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.net.PortProber;

/**
 * A ChromeDriver behind a proxy that answers one command with a fault, either instead of forwarding it or afterwards.
 */
final class LyingDriver extends ChromeDriverService implements AutoCloseable {

    /** The response, sent once, to the next command whose path has this ending. */
    record Lie(String command, boolean passedOn, String error, String message) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicReference<Lie> lie = new AtomicReference<>();
    private final HttpServer proxy;

    static LyingDriver create() throws IOException {
        return new LyingDriver(PortProber.findFreePort());
    }

    private LyingDriver(int port) throws IOException {
        super(Chromium.DRIVER, port, Duration.ofMinutes(1), List.of("--port=" + port), Map.of());
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", this::answer);
        proxy.start();
    }

    void lies(Lie next) {
        lie.set(next);
    }

    /** Returns whether every lie was told. */
    boolean hasLied() {
        return lie.get() == null;
    }

    /** Returns the proxy's address in the form that the client expects. */
    @Override
    public URL getUrl() {
        try {
            return proxy == null
                    ? super.getUrl()
                    : URI.create("http://127.0.0.1:" + proxy.getAddress().getPort())
                            .toURL();
        } catch (IOException never) {
            throw new AssertionError(never);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Lie told = lie.get();
            boolean lies = told != null
                    && exchange.getRequestURI().getPath().endsWith(told.command())
                    && lie.compareAndSet(told, null);
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (lies && !told.passedOn()) {
                send(exchange, 500, fault(told));
                return;
            }
            HttpResponse<byte[]> answer = passOn(exchange, body);
            send(exchange, lies ? 500 : answer.statusCode(), lies ? fault(told) : answer.body());
        }
    }

    private HttpResponse<byte[]> passOn(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(super.getUrl() + exchange.getRequestURI().getPath()))
                .header("Content-Type", "application/json; charset=utf-8")
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static byte[] fault(Lie told) {
        return Json.createObjectBuilder()
                .add(
                        "value",
                        Json.createObjectBuilder()
                                .add("error", told.error())
                                .add("message", told.message())
                                .add("stacktrace", ""))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        super.close();
        proxy.stop(0);
    }
}
