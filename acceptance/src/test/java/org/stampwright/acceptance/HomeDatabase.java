package org.stampwright.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The PostgreSQL of a stopped home. A test starts it for as long as it copies a database, file by file, or restores the
 * copy. The authority's database is in the same data folder and stays unchanged.
 */
record HomeDatabase(Path home, String jdbcUrl) {

    /** Makes a copy of the vendor's database. */
    void keepCopy() {
        whileRunning("create database older template stampwright");
    }

    /** Replaces the vendor's database by the copy. */
    void restoreCopy() {
        whileRunning("drop database stampwright", "alter database older rename to stampwright");
    }

    private void whileRunning(String... statements) {
        Process server = start();
        try {
            Waiting.untilTrue("PostgreSQL answers", Duration.ofSeconds(60), this::answers);
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                for (String each : statements) {
                    statement.execute(each);
                }
            } catch (SQLException failed) {
                throw new AssertionError(failed);
            }
        } finally {
            stop(server);
        }
    }

    private Process start() {
        List<String> command = new ArrayList<>();
        if (new com.sun.security.auth.module.UnixSystem().getUid() == 0) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(home.resolve("postgres/programs/bin/postgres").toString());
        command.addAll(List.of("-D", home.resolve("postgres/data").toString()));
        try {
            return new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Files.createTempFile("postgres", ".log").toFile())
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void stop(Process server) {
        server.destroy();
        try {
            if (!server.waitFor(60, TimeUnit.SECONDS)) {
                server.destroyForcibly();
                throw new AssertionError("PostgreSQL did not stop");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl.replace("/stampwright?", "/postgres?"));
    }
}
