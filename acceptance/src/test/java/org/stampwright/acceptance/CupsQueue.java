package org.stampwright.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/**
 * A print server for tests: cupsd with its own configuration in a temporary folder, on loopback, with one queue that
 * converts each job to a PDF (Debian {@code cups}, {@code cups-bsd}, {@code printer-driver-cups-pdf}; needs root, as
 * cups-pdf does). The PDF is what a printer would have printed.
 *
 * <p>The backend reads its settings only from {@code /etc/cups/cups-pdf-NAME.conf}; that one file is written there and
 * removed again.
 */
public final class CupsQueue implements AutoCloseable {
    /** The queue's name, as the printer list shows it. */
    public static final String PRINTER = "Label_printer";

    private static final Duration START = Duration.ofSeconds(20);

    private final int port;
    private final Path folder;
    private final Path backendSettings;
    private final Set<Path> taken = new HashSet<>();
    private Process server;

    private CupsQueue(int port) throws IOException {
        this.port = port;
        folder = Files.createTempDirectory("stampwright-cups");
        backendSettings = Path.of("/etc/cups/cups-pdf-stampwright" + port + ".conf");
    }

    /** Starts the server and adds the queue; returns when it accepts jobs. */
    public static CupsQueue start(int port) throws IOException, InterruptedException {
        CupsQueue queue = new CupsQueue(port);
        try {
            queue.writeSettings();
            queue.startServer();
            queue.addPrinter();
            return queue;
        } catch (IOException | InterruptedException | RuntimeException e) {
            queue.close();
            throw e;
        }
    }

    /** Returns the value of {@code CUPS_SERVER} for programs that print here. */
    public String server() {
        return "127.0.0.1:" + port;
    }

    /** Returns the PDF of the next job, complete; each is returned once, oldest first. */
    public Path awaitPage(Duration limit) throws IOException, InterruptedException {
        try {
            return await("a page comes out of the printer")
                    .atMost(limit)
                    .until(this::nextPage, Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("the queue says: " + run("lpstat", "-W", "all", "-l"), late);
        }
    }

    private Optional<Path> nextPage() throws IOException {
        for (Path page : pages()) {
            if (isComplete(page) && taken.add(page)) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    /** Returns when an unprinted job is in the queue. */
    public void awaitWaitingJob(Duration limit) {
        await("a job comes into the queue").atMost(limit).until(() -> !run(
                        "lpstat", "-W", "not-completed", "-o", PRINTER)
                .isBlank());
    }

    /** Returns every page printed so far. */
    public List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted(Comparator.comparing(CupsQueue::jobNumber))
                    .toList();
        }
    }

    /** Makes the printer accept jobs and print none, like one that is out of paper. */
    public void pause() throws IOException, InterruptedException {
        run("cupsdisable", PRINTER);
    }

    public void resume() throws IOException, InterruptedException {
        run("cupsenable", PRINTER);
    }

    /** Cancels every job that is waiting. */
    public void cancelAll() throws IOException, InterruptedException {
        run("cancel", "-a", PRINTER);
    }

    @Override
    public void close() {
        try {
            if (server != null) {
                server.destroy();
                if (!server.waitFor(10, TimeUnit.SECONDS)) {
                    server.destroyForcibly();
                }
            }
            Files.deleteIfExists(backendSettings);
            deleteFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The filters run as user lp, the backend as root: both need access to their folders. */
    private void writeSettings() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("etc", "etc/ppd", "etc/ssl", "run", "cache", "spool", "log", "pdf-spool")) {
            Files.createDirectory(folder.resolve(name));
        }
        for (String name : List.of("tmp", "out")) {
            Path open = Files.createDirectory(folder.resolve(name));
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Files.writeString(
                folder.resolve("etc/cups-files.conf"),
                """
                ServerRoot %1$s/etc
                StateDir %1$s/run
                CacheDir %1$s/cache
                RequestRoot %1$s/spool
                TempDir %1$s/tmp
                AccessLog %1$s/log/access_log
                ErrorLog %1$s/log/error_log
                PageLog %1$s/log/page_log
                SystemGroup root
                """
                        .formatted(folder));
        Files.writeString(
                folder.resolve("etc/cupsd.conf"),
                """
                Listen 127.0.0.1:%d
                Browsing Off
                WebInterface No
                LogLevel info
                PreserveJobHistory Yes
                DefaultAuthType None
                <Location />
                Order allow,deny
                Allow 127.0.0.1
                </Location>
                <Policy default>
                <Limit All>
                Order allow,deny
                Allow 127.0.0.1
                </Limit>
                </Policy>
                """
                        .formatted(port));
        Files.writeString(
                backendSettings,
                """
                Out %1$s/out
                AnonDirName %1$s/out
                Spool %1$s/pdf-spool
                Log %1$s/log
                AnonUMask 0022
                UserUMask 0022
                Label 1
                TitlePref 1
                """
                        .formatted(folder));
    }

    private void startServer() throws IOException, InterruptedException {
        server = new ProcessBuilder(
                        "/usr/sbin/cupsd",
                        "-f",
                        "-c",
                        folder.resolve("etc/cupsd.conf").toString(),
                        "-s",
                        folder.resolve("etc/cups-files.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log/cupsd.out").toFile())
                .start();
        try {
            await("cupsd runs").atMost(START).failFast(() -> !server.isAlive()).until(() -> run("lpstat", "-r")
                    .contains("is running"));
        } catch (ConditionTimeoutException | TerminalFailureException down) {
            throw new IOException("cupsd does not run: " + Files.readString(folder.resolve("log/cupsd.out")), down);
        }
    }

    private void addPrinter() throws IOException, InterruptedException {
        String said = run(
                "lpadmin",
                "-p",
                PRINTER,
                "-E",
                "-v",
                "cups-pdf:/stampwright" + port,
                "-P",
                "/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd");
        if (!run("lpstat", "-p", PRINTER).contains("enabled")) {
            throw new IOException("the queue was not added: " + said);
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CUPS_SERVER", server());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }

    private static boolean isComplete(Path page) throws IOException {
        byte[] bytes = Files.readAllBytes(page);
        int tail = Math.max(0, bytes.length - 16);
        return new String(bytes, tail, bytes.length - tail).contains("%%EOF");
    }

    private static int jobNumber(Path page) {
        return Integer.parseInt(page.getFileName().toString().replaceAll("job_(\\d+).*", "$1"));
    }

    private void deleteFolder() throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.forEach(all::add);
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(all.get(i));
        }
    }
}
