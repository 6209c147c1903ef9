package org.stampwright.cli.home;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.stampwright.cli.Refusal;
import org.stampwright.protocol.StrictJson;

/** The folders and files of one home. */
public record Home(Path folder) {

    /** Creates the folder (mode 0700) if it is missing; refuses one that is not writable or not a home. */
    public Home make() {
        try {
            if (!isMade()) {
                begin();
            }
            for (Path inside : new Path[] {
                secretsFolder(), logs(), instances(), trust(), folder.resolve("helper"), cards(), authority()
            }) {
                Files.createDirectories(inside);
            }
            return this;
        } catch (IOException unwritable) {
            throw new Refusal("the home folder " + folder + " cannot be written (" + unwritable + ")", unwritable);
        }
    }

    /**
     * Refuses a folder with other content before changing anything in it, its permissions included. Stock files may be
     * there first, because the instances read them when they start.
     */
    private void begin() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.anyMatch(one -> !one.equals(stock()))) {
                throw new Refusal("the folder " + folder + " is neither empty nor a home; name another with --home");
            }
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(made(), "stampwright home 1\n");
    }

    private Path made() {
        return folder.resolve(".made");
    }

    public boolean isMade() {
        return Files.exists(made());
    }

    public Secrets secrets() {
        return new Secrets(secretsFolder());
    }

    private Path secretsFolder() {
        return folder.resolve("secrets");
    }

    public Path postgres() {
        return folder.resolve("postgres");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    public Path instances() {
        return folder.resolve("instances");
    }

    public Path instance(String name) {
        return instances().resolve(name);
    }

    public Path trust() {
        return folder.resolve("trust");
    }

    public Path root() {
        return trust().resolve("root.pem");
    }

    public Path helperJar() {
        return folder.resolve("helper").resolve("print-helper.jar");
    }

    /** Returns the folder of the operator's further stock files. */
    public Path stock() {
        return folder.resolve("stock");
    }

    public Path cards() {
        return folder.resolve("cards");
    }

    public Path authority() {
        return folder.resolve("authority");
    }

    public Path state() {
        return folder.resolve("state.json");
    }

    public Path plan() {
        return folder.resolve("plan.json");
    }

    public Path supervisorPid() {
        return folder.resolve("supervisor.pid");
    }

    public Path supervisorLock() {
        return folder.resolve("supervisor.lock");
    }

    /** Returns the lock that serialises {@code up} commands on a running home. */
    public Path additionLock() {
        return folder.resolve("addition.lock");
    }

    public Path request() {
        return folder.resolve("request.json");
    }

    /** Returns the copy of the build that this home was started with, and runs until it stops. */
    public Path build() {
        return folder.resolve("build");
    }

    public Path enrolment() {
        return trust().resolve("enrolment.json");
    }

    public Path demo() {
        return folder.resolve("demo.json");
    }

    /**
     * Returns the JSON object in a file of this program's own; empty if there is no such file.
     *
     * @throws JsonException if the file does not hold exactly one JSON object
     */
    public static Optional<JsonObject> read(Path file) {
        try {
            return Optional.of(StrictJson.object(Files.readAllBytes(file)));
        } catch (NoSuchFileException notWritten) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes a file atomically, so that a reader never sees half of it. */
    public static void writeWhole(Path file, String text) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, text);
            Files.move(
                    beside,
                    file,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
