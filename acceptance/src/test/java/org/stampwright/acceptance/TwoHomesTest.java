package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VendorSystem.Running.class)
@DisplayName("A home keeps its own secrets, and up reports clearly why it cannot start")
class TwoHomesTest {

    private static final int OTHER_BASE = 18280;

    @Test
    void two_homes_share_no_key_no_password_no_serial_no_root(VendorSystem system, @TempDir Path folder)
            throws IOException {
        Cli other = new Cli(system.root(), folder.resolve("home"));
        try {
            other.must("up", "--servers", "1", "--port-base", Integer.toString(OTHER_BASE), "--detach");
            JsonObject here = system.status();
            JsonObject there = VendorSystem.object(other.must("status", "--json"));
            assertThat(there.getJsonObject("api").getString("key"))
                    .isNotEqualTo(here.getJsonObject("api").getString("key"));
            assertThat(there.getJsonObject("operator").getString("password"))
                    .isNotEqualTo(here.getJsonObject("operator").getString("password"));
            assertThat(there.getJsonArray("demoSheets")).doesNotContainAnyElementsOf(here.getJsonArray("demoSheets"));
            Set<String> secrets = contents(system.home().resolve("secrets"));
            assertThat(contents(other.home().resolve("secrets"))).doesNotContainAnyElementsOf(secrets);
            assertThat(Files.readAllBytes(other.home().resolve("trust/root.pem")))
                    .isNotEqualTo(Files.readAllBytes(system.home().resolve("trust/root.pem")));
            startedAgainItKeepsItsData(other, there);
        } finally {
            other.run("down");
        }
        assertThat(runningIn(folder)).isEmpty();
    }

    private static void startedAgainItKeepsItsData(Cli other, JsonObject before) {
        String sheet = before.getJsonArray("demoSheets").getString(0);
        other.must("buy", "--stamps", "2", "--value", "0.82", "--sheet", sheet, "--out", other.home() + "/two.pdf");
        JsonArray registers =
                VendorSystem.object(other.must("status", "--json")).getJsonArray("psds");
        other.must("down");
        assertThat(runningIn(other.home())).isEmpty();
        Cli.Run status = other.run("status", "--json");
        assertThat(status.exit()).isEqualTo(1);
        assertThat(VendorSystem.object(status.out()).getJsonArray("processes")).isEmpty();
        other.must("up", "--servers", "1", "--port-base", Integer.toString(OTHER_BASE), "--detach");
        JsonObject after = VendorSystem.object(other.must("status", "--json"));
        for (String kept : List.of("api", "operator", "demoSheets", "storefront")) {
            assertThat(after.get(kept)).as(kept).isEqualTo(before.get(kept));
        }
        assertThat(ascending(after.getJsonArray("psds")))
                .isEqualTo(ascending(registers))
                .isEqualTo(1_640);
        Cli.Run taken = other.run(
                "buy",
                "--stamps",
                "1",
                "--value",
                "0.82",
                "--sheet",
                sheet,
                "--start",
                "2",
                "--out",
                other.home() + "/again.pdf");
        assertThat(taken.exit()).isNotZero();
        assertThat(taken.err()).contains("taken");
        assertThat(other.run("audit").exit()).isZero();
    }

    private static long ascending(JsonArray psds) {
        return psds.getValuesAs(JsonObject.class).stream()
                .mapToLong(psd -> psd.getJsonNumber("ascending").longValue())
                .sum();
    }

    @Test
    void a_port_in_use_is_one_clear_line_and_nothing_is_left_running(VendorSystem system, @TempDir Path folder)
            throws IOException {
        Cli other = new Cli(system.root(), folder.resolve("home"));
        try (ServerSocket taken = new ServerSocket(OTHER_BASE, 1, InetAddress.getLoopbackAddress())) {
            Cli.Run run = other.run(
                    "up", "--servers", "1", "--port-base", Integer.toString(taken.getLocalPort()), "--detach");
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err().lines().toList()).hasSize(1);
            assertThat(run.err()).contains(Integer.toString(OTHER_BASE));
        }
        assertThat(runningIn(folder)).isEmpty();
    }

    @Test
    void a_home_that_cannot_be_written_is_one_clear_line(VendorSystem system, @TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        Cli.Run run = new Cli(system.root(), file.resolve("home")).run("up", "--detach");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().lines().toList()).hasSize(1);
        assertThat(run.err()).contains(file.toString());
    }

    private static Set<String> contents(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(TwoHomesTest::text).collect(Collectors.toSet());
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Returns the commands of processes that work in this folder or name it. */
    private static List<String> runningIn(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> worksIn(process, folder))
                .map(process -> process.info().commandLine().orElse("?"))
                .toList();
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                            .startsWith(folder)
                    || process.info().commandLine().orElse("").contains(folder.toString());
        } catch (IOException endedMeanwhile) {
            return false;
        }
    }
}
