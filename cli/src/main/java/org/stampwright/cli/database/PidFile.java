package org.stampwright.cli.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * PostgreSQL's {@code postmaster.pid}: names the process that uses the data folder, or an id that another process has
 * since reused.
 */
record PidFile(Path data) {

    /** Returns the server that uses this data folder. */
    Optional<ProcessHandle> server() {
        return process().filter(this::isOurs);
    }

    /** Deletes the file if its process is certainly not PostgreSQL; otherwise PostgreSQL decides itself. */
    void deleteIfStale() {
        if (process().filter(handle -> isOurs(handle) || mayBePostgres(handle)).isEmpty()) {
            try {
                Files.deleteIfExists(file());
            } catch (IOException undeletable) {
                throw new UncheckedIOException(undeletable);
            }
        }
    }

    private Path file() {
        return data.resolve("postmaster.pid");
    }

    private Optional<ProcessHandle> process() {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(file()).stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("[0-9]{1,10}"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Checks that the process runs in its data folder, under whatever name it was given, or at least was given its
     * name.
     */
    private boolean isOurs(ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), data)
                    && mayBePostgres(process);
        } catch (IOException noSuchKernelOrNotAllowed) {
            return process.info().commandLine().orElse("").contains(data.toString());
        }
    }

    private static boolean mayBePostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(true);
    }
}
