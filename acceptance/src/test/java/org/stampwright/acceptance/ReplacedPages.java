package org.stampwright.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Pages that are replaced all the time, by loading or in parts, and a form that counts its payments. */
final class ReplacedPages implements AutoCloseable {

    /** Bursts of replacements that leave no time to find an element, with a pause after each. */
    private static final String PARTS =
            """
            <!DOCTYPE html><title>Parts</title><body><script>
            let turn = 0;
            document.addEventListener('pointerdown', () => fetch('/pressed', {method: 'POST', keepalive: true}));
            (function replace() {
              document.body.innerHTML = `<h1>Turn ${++turn}</h1><p class="same" title="told">the same</p>` +
                '<button>Press</button>';
              setTimeout(replace, turn % 40 ? 5 : 700);
            })();
            </script>""";

    private static final String FORM =
            """
            <!DOCTYPE html><title>Form</title><h1>Not paid</h1>
            <form method="post" action="/paid"><button id="pay">Pay</button></form>""";

    private final AtomicInteger loads = new AtomicInteger();
    private final AtomicInteger presses = new AtomicInteger();
    private final AtomicInteger payments = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    ReplacedPages() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/loads", this::load);
        server.createContext("/parts", exchange -> send(exchange, PARTS));
        server.createContext("/form", exchange -> send(exchange, FORM));
        server.createContext("/pressed", exchange -> send(exchange, "press " + presses.incrementAndGet()));
        server.createContext("/paid", exchange -> send(exchange, "<h1>Paid " + payments.incrementAndGet() + "</h1>"));
        server.start();
    }

    String address(String page) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + page;
    }

    int loads() {
        return loads.get();
    }

    int presses() {
        return presses.get();
    }

    int payments() {
        return payments.get();
    }

    /**
     * Sends a page in two halves with a pause between them; the first forty pages reload themselves as soon as they are
     * loaded.
     */
    private void load(HttpExchange exchange) throws IOException {
        int load = loads.incrementAndGet();
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write("<!DOCTYPE html><title>Loads</title><h1>".getBytes(StandardCharsets.UTF_8));
            body.flush();
            pause();
            String heading = load < 20 ? "Load " + load : "There";
            String again = load < 40 ? "<script>setTimeout(() => location.reload(), 20)</script>" : "";
            body.write((heading + "</h1>" + again).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, String page) throws IOException {
        try (exchange) {
            byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
