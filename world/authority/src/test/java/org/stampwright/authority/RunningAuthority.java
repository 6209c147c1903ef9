package org.stampwright.authority;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The real WAR on a real Payara Micro with a real PostgreSQL, started once for all tests and stopped with the JVM. */
final class RunningAuthority {

    static final String ADMIN_PASSWORD = "an administrator's password";
    static final String DESK_KEY = "a-desk-key";

    private static final int FIRST_PORT = Integer.getInteger("authority.test.first-port", 22000);
    private static final int PORTS = 100;
    private static final Path LOG = Path.of("target", "authority-under-test.log");
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static RunningAuthority started;

    private final EmbeddedPostgres postgres;
    private final Path folder;
    private final int port;
    private Process payara;

    private RunningAuthority() throws IOException {
        folder = Files.createTempDirectory("authority-test-");
        postgres = EmbeddedPostgres.builder().setPort(freePort()).start();
        port = freePort();
    }

    static synchronized RunningAuthority get() throws IOException, InterruptedException {
        if (started == null) {
            RunningAuthority authority = new RunningAuthority();
            Runtime.getRuntime().addShutdownHook(new Thread(authority::stop));
            authority.start();
            started = authority;
        }
        return started;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    DataSource database() {
        return postgres.getPostgresDatabase();
    }

    /** Kills the process at once, as a power failure would. */
    synchronized void kill() throws InterruptedException {
        payara.destroyForcibly().waitFor();
    }

    /** Starts it again in a new root, because the old one would deploy the WAR twice. */
    synchronized void startAgain() throws IOException, InterruptedException {
        start();
    }

    private void start() throws IOException, InterruptedException {
        payara = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        awaitReady();
    }

    private List<String> command() throws IOException {
        Path settings = Files.writeString(
                folder.resolve("settings.properties"),
                String.join(
                        "\n",
                        "authority.db.url=jdbc\\:postgresql\\://127.0.0.1\\:" + postgres.getPort() + "/postgres",
                        "authority.db.user=postgres",
                        "authority.db.password=none",
                        "authority.folder=" + folder.resolve("own"),
                        "authority.admin-password=" + ADMIN_PASSWORD,
                        "authority.desk-key=" + DESK_KEY,
                        "authority.test-controls=true",
                        ""));
        Path loopback = Files.writeString(
                folder.resolve("before.txt"),
                "set configs.config.server-config."
                        + "network-config.network-listeners.network-listener.http-listener.address=127.0.0.1\n");
        Path root = Files.createTempDirectory(folder, "payara-");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("authority.test.payara"),
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(port),
                "--rootdir",
                root.toString(),
                "--prebootcommandfile",
                loopback.toString(),
                "--systemproperties",
                settings.toString(),
                "--deploy",
                System.getProperty("authority.test.war"),
                "--contextroot",
                "/");
    }

    private void awaitReady() {
        await("the authority's start; see " + LOG)
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .failFast("the authority ended", () -> !payara.isAlive())
                .until(this::ready);
    }

    private boolean ready() throws InterruptedException {
        try {
            HttpResponse<String> health = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(uri("/health/ready"))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return health.statusCode() == 200 && health.body().contains("authority");
        } catch (IOException notYet) {
            return false;
        }
    }

    private void stop() {
        try {
            if (payara != null) {
                payara.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            postgres.close();
            delete(folder);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static int freePort() throws IOException {
        for (int port = FIRST_PORT; port < FIRST_PORT + PORTS; port++) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException("no free port from " + FIRST_PORT);
    }
}
