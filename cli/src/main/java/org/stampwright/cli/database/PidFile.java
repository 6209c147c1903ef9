package org.stampwright.cli.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** PostgreSQL's {@code postmaster.pid}: the process that has the data folder, or a number that was its and is anyone's. */
record PidFile(Path data) {

    /** The server that has this data folder. */
    Optional<ProcessHandle> server() {
        return process().filter(this::isOurs);
    }

    /** Deletes the file if what it names is surely no PostgreSQL; one that may be is left for PostgreSQL to judge. */
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

    /** It runs in its data folder, under whatever name it was told of that; or at least it was told of it. */
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
