package org.stampwright.cli.node;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Folders;

/**
 * Payara Micro unpacked once ({@code --outputlauncher}). Unpacking takes five seconds and 100 MB; an instance folder
 * shares the libraries by hard links and has its own copy only of the files that Payara writes.
 */
final class PayaraTemplate {

    private static final List<String> WRITTEN_BY_PAYARA = List.of("config", "lib");
    private static final List<String> LEFT_BY_AN_EARLIER_RUN =
            List.of("applications", "generated", "autodeploy", "logs", "config", "lib");

    private final Path folder;
    private final Path payaraMicro;
    private final Path listener;

    /** @param listener the filters of the HTTP listeners, which belong on the server's own class path */
    PayaraTemplate(Path folder, Path payaraMicro, Path listener) {
        this.folder = folder;
        this.payaraMicro = payaraMicro;
        this.listener = listener;
    }

    synchronized Path unpacked() {
        if (!Files.exists(folder.resolve("launch-micro.jar"))) {
            Path fresh = folder.resolveSibling(
                    folder.getFileName() + "." + ProcessHandle.current().pid());
            unpack(fresh);
            try {
                Files.move(fresh, folder);
            } catch (IOException somebodyElseWasFaster) {
                Folders.delete(fresh);
            }
        }
        return folder;
    }

    /** Resets an instance's folder to the state right after unpacking. */
    void reset(Path instance) {
        Path template = unpacked();
        try {
            LEFT_BY_AN_EARLIER_RUN.forEach(name -> Folders.delete(instance.resolve(name)));
            Files.createDirectories(instance);
            try (Stream<Path> files = Files.walk(template)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    place(
                            file,
                            instance.resolve(template.relativize(file)),
                            WRITTEN_BY_PAYARA.contains(
                                    template.relativize(file).getName(0).toString()));
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void place(Path file, Path target, boolean ownCopy) throws IOException {
        if (Files.exists(target) && !ownCopy && Files.isSameFile(file, target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (ownCopy) {
            Files.copy(file, target);
            return;
        }
        Folders.linkFile(file, target);
    }

    /** Logs are read in files, and a caller who has gone away is no fault. */
    private static void writeLogLevels(Path levels) throws IOException {
        Files.writeString(
                levels,
                Files.readString(levels).replace("ansiColor=true", "ansiColor=false")
                        + "\norg.glassfish.jersey.server.ServerRuntime$Responder.level=OFF\n");
    }

    private void unpack(Path fresh) {
        try {
            Files.createDirectories(fresh);
            Process process = new ProcessBuilder(Java.command(
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-jar",
                            payaraMicro.toString(),
                            "--outputlauncher",
                            "--rootdir",
                            fresh.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(new File(fresh + ".log"))
                    .start();
            if (process.waitFor() != 0) {
                throw new Refusal("Payara Micro could not be unpacked; see " + fresh + ".log");
            }
            Files.deleteIfExists(Path.of(fresh + ".log"));
            LauncherJar.add(fresh, listener);
            writeLogLevels(fresh.resolve("config").resolve("logging.properties"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal("stopped while Payara Micro was being unpacked", stopped);
        }
    }
}
