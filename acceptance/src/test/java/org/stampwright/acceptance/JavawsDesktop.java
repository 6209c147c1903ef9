package org.stampwright.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A consumer's unattended desktop: a virtual display (Xvfb), Web Start (Debian {@code icedtea-netx}) with its own
 * settings, and {@code xdotool} to type. The helper's signer is in the user's trusted certificates, as if the user had
 * ticked "always trust", so Web Start asks nothing; no check is switched off.
 */
public final class JavawsDesktop implements AutoCloseable {
    private static final char[] JKS_PASSWORD = "changeit".toCharArray();

    private final Path home;
    private final String cupsServer;
    private final List<Process> started = new ArrayList<>();
    private String display;
    private Process webStart;

    private JavawsDesktop(String cupsServer) throws IOException {
        this.cupsServer = cupsServer;
        home = Files.createTempDirectory("stampwright-desktop");
    }

    /**
     * Starts the display and writes the settings.
     *
     * @param signedHelper the jar whose signer this user trusts
     * @param cupsServer host and port of the print server
     */
    public static JavawsDesktop start(Path signedHelper, String cupsServer)
            throws IOException, GeneralSecurityException {
        JavawsDesktop desktop = new JavawsDesktop(cupsServer);
        try {
            desktop.trust(signer(signedHelper));
            desktop.startDisplay();
            return desktop;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            desktop.close();
            throw e;
        }
    }

    private static Certificate signer(Path signedHelper) throws IOException {
        try (JarFile jar = new JarFile(signedHelper.toFile(), true)) {
            JarEntry root = jar.getJarEntry("META-INF/stampwright/root.pem");
            try (InputStream in = jar.getInputStream(root)) {
                in.readAllBytes();
            }
            return root.getCertificates()[0];
        }
    }

    private void trust(Certificate signer) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, JKS_PASSWORD);
        trusted.setCertificateEntry("stampwright-helper", signer);
        Path file = home.resolve("config/icedtea-web/security/trusted.certs");
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, JKS_PASSWORD);
        }
    }

    private void startDisplay() throws IOException {
        Process xvfb = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
                .redirectError(home.resolve("xvfb.log").toFile())
                .start();
        started.add(xvfb);
        BufferedReader reader = xvfb.inputReader(StandardCharsets.US_ASCII);
        String number = reader.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start: " + Files.readString(home.resolve("xvfb.log")));
        }
        display = ":" + number.strip();
    }

    /** Opens a downloaded JNLP file, as a click on it would. */
    public void open(Path jnlp) throws IOException {
        webStart = inDesktop("javaws", "-J-Djava.io.tmpdir=" + home, jnlp.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("javaws.log").toFile())
                .start();
        started.add(webStart);
    }

    /** Waits for a window whose title matches the regular expression. */
    public void awaitWindow(String title, Duration limit) throws IOException, InterruptedException {
        try {
            await("a window with title " + title).atMost(limit).until(() -> !run(
                            "xdotool", "search", "--onlyvisible", "--name", title)
                    .isBlank());
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("there are " + titles() + "; Web Start said: " + output(), late);
        }
    }

    /** Returns the titles of all windows. */
    public List<String> titles() throws IOException, InterruptedException {
        return run("xdotool", "search", "--onlyvisible", "--name", ".", "getwindowname", "%@")
                .lines()
                .distinct()
                .toList();
    }

    /**
     * Types a serial number and the key that scanners send after it, until a window with this title appears. On a busy
     * machine the window may not have the focus yet, so it is typed up to three times.
     */
    public void scan(String serial, String title, Duration limit) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            press("ctrl+a");
            type(serial);
            press("Return");
            try {
                awaitWindow(title, limit.dividedBy(3));
                return;
            } catch (AssertionError notYet) {
                if (attempt == 3) {
                    throw notYet;
                }
            }
        }
    }

    /** Types text where the focus is, as a keyboard or a bar code scanner does. */
    public void type(String text) throws IOException, InterruptedException {
        run("xdotool", "type", "--delay", "20", text);
    }

    /** Presses a key by its X11 name, such as {@code Return} or {@code ctrl+a}. */
    public void press(String key) throws IOException, InterruptedException {
        run("xdotool", "key", key);
    }

    /** Takes a picture of the whole screen (ImageMagick's {@code import}). */
    public void screenshot(Path png) throws IOException, InterruptedException {
        run("import", "-window", "root", png.toAbsolutePath().toString());
    }

    /** Returns the output of Web Start and the helper. */
    public String output() throws IOException {
        return Files.readString(home.resolve("javaws.log"));
    }

    /** Returns the exit code of the helper that was opened last. */
    public int awaitExit(Duration limit) throws InterruptedException {
        if (!webStart.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the helper has not ended within " + limit.toSeconds() + " s");
        }
        return webStart.exitValue();
    }

    private ProcessBuilder inDesktop(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        var environment = builder.environment();
        environment.put("DISPLAY", display);
        environment.put("CUPS_SERVER", cupsServer);
        environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
        environment.put("ICEDTEA_WEB_SPLASH", "off");
        environment.remove("JAVA_HOME");
        environment.remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = inDesktop(command).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        }
    }

    @Override
    public void close() {
        try {
            for (int i = started.size() - 1; i >= 0; i--) {
                stop(started.get(i));
            }
            deleteHome();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private void deleteHome() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(home)) {
            all = walk.toList();
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(all.get(i));
        }
    }
}
