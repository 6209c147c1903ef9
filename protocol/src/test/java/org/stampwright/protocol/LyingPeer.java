package org.stampwright.protocol;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** An outside program over HTTP that gives the answers of a test, complete or not. */
public final class LyingPeer implements AutoCloseable {

    /** The part of an answer that is sent. */
    public enum Manner {
        WHOLE,
        /** The body without its last byte, and then nothing. */
        STALLS,
        /** The body without its last byte, and then the end of the connection. */
        BREAKS_OFF,
        /** The body and then an endless sequence of spaces. */
        ENDLESS
    }

    /** A request. The header's value is null if there is none. */
    public record Asked(String method, String path, UnaryOperator<String> header, byte[] body) {}

    /** An answer. */
    public record Told(int status, Map<String, String> headers, byte[] body, Manner manner) {

        public static Told of(int status, String body) {
            return new Told(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), Manner.WHOLE);
        }

        public Told with(Manner other) {
            return new Told(status, headers, body, other);
        }
    }

    /** Chooses the answer to a request. */
    public interface Script {
        Told answer(Asked asked);
    }

    private static final byte[] SPACES = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Script script;

    public LyingPeer(Script script) {
        this.script = script;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Sets the answers from now on. */
    public void follow(Script other) {
        script = other;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the requests so far, as method and path. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            asked.add(exchange.getRequestMethod() + " " + path);
            byte[] body = exchange.getRequestBody().readAllBytes();
            UnaryOperator<String> header = name -> exchange.getRequestHeaders().getFirst(name);
            send(exchange, script.answer(new Asked(exchange.getRequestMethod(), path, header, body)));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, Told told) throws IOException, InterruptedException {
        told.headers().forEach(exchange.getResponseHeaders()::set);
        int length = told.body().length;
        switch (told.manner()) {
            case WHOLE -> {
                exchange.sendResponseHeaders(told.status(), length == 0 ? -1 : length);
                if (length > 0) {
                    exchange.getResponseBody().write(told.body());
                }
            }
            case STALLS, BREAKS_OFF -> {
                exchange.sendResponseHeaders(told.status(), Math.max(length, 1));
                OutputStream out = exchange.getResponseBody();
                out.write(told.body(), 0, Math.max(length - 1, 0));
                out.flush();
                if (told.manner() == Manner.STALLS) {
                    closed.await();
                }
            }
            case ENDLESS -> {
                exchange.sendResponseHeaders(told.status(), 0);
                exchange.getResponseBody().write(told.body());
                while (closed.getCount() > 0) {
                    exchange.getResponseBody().write(SPACES);
                }
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
