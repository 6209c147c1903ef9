package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.acceptance.Api.Purchase;

/** Hundreds of callers who send or read slowly; an instance has 200 request threads and a heap of 512 MB. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("Callers who send or read slowly block no purchase and no health check")
class SlowCallersTest {

    private static final String STOREFRONT = "alder";
    private static final String HELPER = "/print/print-helper.jar";
    private static final int INTERNAL = 60;
    private static final int AUTHORITY = 20;
    private static final int AUTHORITY_INTERNAL = 22;
    private static final int CARDS_HEALTH = 23;
    private static final Duration ATTACK = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long MEGABYTE = 1024 * 1024;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void purchases_continue_while_hundreds_read_nothing(VendorSystem system) throws Exception {
        try (SlowCallers callers = new SlowCallers(system.port(0))) {
            purchasesGoOn(system, () -> callers.readers(120, HELPER));
        }
        assertThat(helper(system)).isEqualTo(Files.readAllBytes(system.home().resolve("helper/print-helper.jar")));
    }

    @Test
    void purchases_continue_while_hundreds_send_heads_that_never_end(VendorSystem system) throws Exception {
        try (SlowCallers callers = new SlowCallers(system.port(0))) {
            purchasesGoOn(system, () -> callers.heads(300));
        }
    }

    @Test
    void purchases_continue_while_hundreds_send_bodies_that_never_end(VendorSystem system) throws Exception {
        try (SlowCallers callers = new SlowCallers(system.port(0))) {
            purchasesGoOn(system, () -> callers.bodies(210, "/webhooks/cards").forms(210, "/login"));
        }
    }

    @Test
    void purchases_continue_while_all_of_them_call_at_once(VendorSystem system) throws Exception {
        try (SlowCallers callers = new SlowCallers(system.port(0))) {
            purchasesGoOn(system, () -> callers.readers(230, HELPER)
                    .heads(100)
                    .bodies(210, "/webhooks/cards")
                    .forms(100, "/print/redeem"));
        }
    }

    @Test
    void a_form_that_does_not_arrive_is_refused(VendorSystem system) throws Exception {
        try (SlowCallers callers = new SlowCallers(system.port(0)).forms(1, "/login")) {
            assertThat(callers.answerToLast(Duration.ofSeconds(30))).startsWith("HTTP/1.1 408 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "Application/x-www-form-urlencoded"})
    void a_body_that_the_container_would_read_without_limits_is_refused(String type, VendorSystem system)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + system.port(0) + "/login"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x--\r\n"))
                .timeout(SOON)
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, INTERNAL, AUTHORITY, AUTHORITY_INTERNAL})
    void an_upgrade_to_http_2_is_ignored(int listener, VendorSystem system) throws Exception {
        HttpClient upgrading =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + system.port(listener) + "/health/live"))
                .timeout(SOON)
                .build();
        assertThat(upgrading.send(request, BodyHandlers.discarding()).version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void the_authority_answers_about_its_health_and_recovers(VendorSystem system) throws Exception {
        try (SlowCallers callers = new SlowCallers(system.port(AUTHORITY)).bodies(230, "/v1/intake")) {
            assertThat(status(system.port(AUTHORITY_INTERNAL), "/health/live", AT_ONCE))
                    .isEqualTo(200);
            assertThat(status(system.port(CARDS_HEALTH), "/health", AT_ONCE)).isEqualTo(200);
        }
        assertThat(status(system.port(AUTHORITY), "/root.pem", Duration.ofSeconds(30)))
                .isEqualTo(200);
    }

    @Test
    void the_internal_listener_answers_health_and_no_caller_from_outside(VendorSystem system) throws Exception {
        assertThat(status(system.port(INTERNAL), "/health/ready", AT_ONCE)).isEqualTo(200);
        for (String elsewhere : List.of("/", "/buy", "/api/v1/products", "/operator/login", HELPER)) {
            assertThat(status(system.port(INTERNAL), elsewhere, AT_ONCE))
                    .as(elsewhere)
                    .isIn(401, 404);
        }
    }

    @Test
    void every_java_process_exits_when_out_of_memory(VendorSystem system) throws IOException {
        for (JsonObject process : system.statusNow().getJsonArray("processes").getValuesAs(JsonObject.class)) {
            if (!process.getString("name").equals("postgres")) {
                assertThat(command(process.getJsonNumber("pid").longValue()))
                        .as(process.getString("name"))
                        .contains("-XX:+ExitOnOutOfMemoryError");
            }
        }
        long supervisor = Long.parseLong(
                Files.readAllLines(system.home().resolve("supervisor.pid")).get(0));
        assertThat(command(supervisor)).contains("-XX:+ExitOnOutOfMemoryError");
    }

    /** Buys, polls health and measures memory for the duration of the attack; the instance stays the same process. */
    private void purchasesGoOn(VendorSystem system, Runnable attack) throws Exception {
        long pid = system.pid(STOREFRONT);
        long before = liveBytes(pid);
        String sheet = system.newSheet("US-LETTER-30");
        attack.run();
        long end = System.nanoTime() + ATTACK.toNanos();
        int bought = 0;
        while (System.nanoTime() < end) {
            assertThat(status(system.port(INTERNAL), "/health/live", AT_ONCE)).isEqualTo(200);
            assertThat(status(system.port(0), "/health/ready", SOON)).isEqualTo(200);
            if (bought < 20) {
                system.api().buys(Purchase.of(sheet, 1));
                bought++;
            }
        }
        assertThat(bought).isGreaterThan(2);
        assertThat((liveBytes(pid) - before) / MEGABYTE)
                .as("megabytes that the callers hold in the heap")
                .isLessThan(64);
        assertThat(system.pid(STOREFRONT)).isEqualTo(pid);
    }

    private byte[] helper(VendorSystem system) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + system.port(0) + HELPER))
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.send(request, BodyHandlers.ofByteArray()).body();
    }

    private int status(int port, String path, Duration limit) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(limit)
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** Returns the reachable heap of a process, after a full collection. */
    private static long liveBytes(long pid) throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        List<String> lines = histogram.inputReader().lines().toList();
        assertThat(histogram.waitFor()).as(String.join("\n", lines)).isZero();
        String[] total = lines.get(lines.size() - 1).trim().split("\\s+");
        assertThat(total[0]).isEqualTo("Total");
        return Long.parseLong(total[2]);
    }

    private static List<String> command(long pid) throws IOException {
        return List.of(Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"));
    }
}
