package org.stampwright.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Purchases per second through the public API of a running system, with 1 and with 8 clients, each followed by pgbench
 * with as many clients running lock-update-insert on the same PostgreSQL.
 *
 * <p>{@code java -cp … org.stampwright.bench.PurchaseBench STATUS.json PGBENCH [SECONDS]}: the first argument is the
 * output of {@code bin/stampwright status --json}, the second the pgbench program.
 */
public final class PurchaseBench {

    private static final int LABELS = 25;
    private static final int WARM_UP_SECONDS = 60;
    private static final int SHEETS_A_CLIENT_SECOND = 4;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final JsonObject status;
    private final URI base;
    private final int seconds;

    private PurchaseBench(JsonObject status, int seconds) {
        this.status = status;
        this.base = URI.create(status.getString("storefront"));
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        JsonObject status = object(Files.readString(Path.of(arguments[0])));
        PurchaseBench bench = new PurchaseBench(status, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20);
        Pgbench pgbench = new Pgbench(arguments[1], status.getString("jdbcUrl"));
        pgbench.prepare();
        bench.measure(8, WARM_UP_SECONDS);
        System.out.println("clients  purchases/s  median ms  99 % ms  refused   pgbench transactions/s");
        for (int clients : new int[] {1, 8}) {
            Measured measured = bench.measure(clients, bench.seconds);
            System.out.printf(
                    "%7d  %11.1f  %9.1f  %7.1f  %7d   %s%n",
                    clients,
                    measured.perSecond(),
                    measured.percentile(50),
                    measured.percentile(99),
                    measured.refused(),
                    pgbench.run(clients, bench.seconds));
        }
    }

    private record Measured(long[] nanos, int refused, double elapsedSeconds) {

        double perSecond() {
            return nanos.length / elapsedSeconds;
        }

        double percentile(int percent) {
            return nanos.length == 0
                    ? Double.NaN
                    : nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
        }
    }

    private Measured measure(int clients, int forSeconds) throws InterruptedException, IOException {
        Queue<String> sheets = new ConcurrentLinkedQueue<>(draw(clients * forSeconds * SHEETS_A_CLIENT_SECOND));
        Queue<Long> bought = new ConcurrentLinkedQueue<>();
        AtomicInteger refused = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(forSeconds);
        for (int i = 0; i < clients; i++) {
            pool.submit(() -> {
                for (String sheet = sheets.poll(); sheet != null && System.nanoTime() < end; sheet = sheets.poll()) {
                    for (int label = 1; label <= LABELS && System.nanoTime() < end; label++) {
                        long asked = System.nanoTime();
                        if (buys(sheet)) {
                            bought.add(System.nanoTime() - asked);
                        } else {
                            refused.incrementAndGet();
                        }
                    }
                }
                return null;
            });
        }
        pool.shutdown();
        if (!pool.awaitTermination(forSeconds + 60L, TimeUnit.SECONDS)) {
            throw new IOException("the clients did not end");
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        long[] nanos = bought.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Measured(nanos, refused.get(), elapsed);
    }

    /** Buys one stamp on the next free label; returns true once the order is released. */
    private boolean buys(String sheet) throws IOException, InterruptedException {
        String order = "{\"sheet\":\"" + sheet + "\",\"lines\":[{\"product\":\"letter\",\"quantity\":1}],"
                + "\"paymentMethod\":\"pm_card_visa\"}";
        HttpResponse<String> answer =
                post("/api/v1/orders", "Bearer " + status.getJsonObject("api").getString("key"), order);
        return answer.statusCode() == 201
                && object(answer.body()).getString("state").equals("released");
    }

    private List<String> draw(int count) throws IOException, InterruptedException {
        JsonObject operator = status.getJsonObject("operator");
        String login = operator.getString("user") + ":" + operator.getString("password");
        HttpResponse<String> answer = post(
                "/operator/api/import",
                "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)),
                "{\"sheets\":[{\"series\":\"B\",\"count\":" + count + ",\"stock\":\"US-LETTER-25\"}]}");
        if (answer.statusCode() != 200) {
            throw new IOException("the import was refused: " + answer.body());
        }
        return object(answer.body())
                .getJsonArray("sheets")
                .getJsonObject(0)
                .getJsonArray("serials")
                .getValuesAs(JsonString.class)
                .stream()
                .map(JsonString::getString)
                .toList();
    }

    private HttpResponse<String> post(String path, String authorization, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
