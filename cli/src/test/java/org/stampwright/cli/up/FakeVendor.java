package org.stampwright.cli.up;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The vendor's import as documented in {@code docs/api.md}: all of a document or nothing, rates and clients only once.
 */
final class FakeVendor implements AutoCloseable {

    private final HttpServer server;
    final List<String> clients = new ArrayList<>();
    final List<String> admissions = new ArrayList<>();
    int editions;
    int sheets;
    int requests;
    /** The number of the request whose connection breaks after the work is done. */
    int loseAnswerOf;

    FakeVendor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/operator/api/import", this::take);
        server.createContext("/api/v1/products", exchange -> answer(exchange, editions == 0 ? 404 : 200, "{}"));
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonObject document;
        try (JsonReader reader = Json.createReader(exchange.getRequestBody())) {
            document = reader.readObject();
        }
        boolean refused = document.containsKey("rates") && editions > 0
                || document.containsKey("accounts") && clients.contains(name(document, "accounts"));
        if (refused) {
            answer(exchange, 422, "{\"title\":\"The import was refused\"}");
        } else {
            answer(exchange, 200, imported(document));
        }
    }

    private String imported(JsonObject document) {
        JsonObjectBuilder done = Json.createObjectBuilder();
        if (document.containsKey("serverSystems")) {
            document.getJsonArray("serverSystems")
                    .getValuesAs(JsonObject.class)
                    .forEach(system -> admissions.add(system.getString("name")));
        }
        if (document.containsKey("accounts")) {
            clients.add(name(document, "accounts"));
            done.add(
                    "accounts",
                    Json.createArrayBuilder()
                            .add(Json.createObjectBuilder().add("key", "key of " + name(document, "accounts"))));
        }
        if (document.containsKey("rates")) {
            editions++;
        }
        if (document.containsKey("sheets")) {
            done.add(
                    "sheets",
                    Json.createArrayBuilder()
                            .add(Json.createObjectBuilder()
                                    .add("serials", Json.createArrayBuilder().add("DEM" + ++sheets))));
        }
        return done.build().toString();
    }

    private static String name(JsonObject document, String list) {
        return document.getJsonArray(list).getJsonObject(0).getString("name");
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        requests++;
        if (requests == loseAnswerOf) {
            exchange.close();
            return;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
