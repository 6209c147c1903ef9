package org.stampwright.bench.yardstick;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.stampwright.bench.system.CardSandbox;
import org.stampwright.bench.system.VendorSystem;

/**
 * A card sandbox of its own, because the auditor would rightly complain about payments at the vendor's that belong to
 * no order. It runs with the options of the system's and writes its journal to the same disk.
 */
final class NullCards implements AutoCloseable {

    private static final String READY = "card sandbox ready at ";

    private final Process process;
    private final Path folder;
    private final CardSandbox api;

    private NullCards(Process process, Path folder, CardSandbox api) {
        this.process = process;
        this.folder = folder;
        this.api = api;
    }

    static NullCards start(VendorSystem system) throws IOException {
        Path folder = Files.createTempDirectory(system.home(), "null-cards");
        String key = "sk_test_" + UUID.randomUUID().toString().replace("-", "");
        Path settings = Files.writeString(
                folder.resolve("sandbox.properties"),
                "port=0\njournal=" + folder.resolve("journal") + "\nsecret-key=" + key + "\n");
        List<String> command = new ArrayList<>(commandOf(system.pids().get("cards")));
        command.subList(command.indexOf("--config") + 1, command.size()).clear();
        command.add(settings.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new NullCards(process, folder, new CardSandbox(address(process), key));
    }

    private static List<String> commandOf(long pid) throws IOException {
        String line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        return Arrays.asList(line.split("\0"));
    }

    private static URI address(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()).strip());
            }
        }
        throw new IOException("the card sandbox did not start");
    }

    CardSandbox api() {
        return api;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
