package org.stampwright.webstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.stampwright.paper.PrintJob;

/** A vendor that responds to a redemption as the test specifies, and records the requests. */
final class FakeVendor implements AutoCloseable {
    final List<JsonObject> redemptions = new ArrayList<>();
    final List<JsonObject> reports = new ArrayList<>();
    final List<String> authorizations = new ArrayList<>();
    private final HttpServer server;
    private int answersToLose;
    private Function<UUID, Answer> answer = run -> problem(404, "not-found", "");

    record Answer(int status, String body) {}

    FakeVendor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/print/redeem", this::redeem);
        server.createContext("/print/report", this::report);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void hands(Function<UUID, PrintJob> job) {
        answer = run -> new Answer(200, job.apply(run).toJson().toString());
    }

    /** Hands out the job with a second member for its order, before the right one. */
    void handsWithTwoOrders(Function<UUID, PrintJob> job) {
        answer = run -> new Answer(
                200,
                job.apply(run)
                        .toJson()
                        .toString()
                        .replace("\"order\":", "\"order\":\"" + UUID.randomUUID() + "\",\"order\":"));
    }

    void turnsAway(int status, String kind, String more) {
        answer = run -> problem(status, kind, more);
    }

    void losesAnswers(int number) {
        answersToLose = number;
    }

    private static Answer problem(int status, String kind, String more) {
        return new Answer(
                status,
                "{\"type\":\"urn:stampwright:problem:" + kind + "\",\"title\":\"t\",\"status\":" + status
                        + ",\"detail\":\"d\"" + more + "}");
    }

    private void redeem(HttpExchange exchange) throws IOException {
        JsonObject question = read(exchange);
        redemptions.add(question);
        if (answersToLose-- > 0) {
            exchange.close();
            return;
        }
        Answer given = answer.apply(UUID.fromString(question.getString("run")));
        byte[] body = given.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(given.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void report(HttpExchange exchange) throws IOException {
        reports.add(read(exchange));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private JsonObject read(HttpExchange exchange) throws IOException {
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return Json.createReader(new StringReader(body)).readObject();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
