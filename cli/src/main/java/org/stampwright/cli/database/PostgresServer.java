package org.stampwright.cli.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Folders;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Secrets;
import org.stampwright.cli.supervision.RunningProcess;

/**
 * The data folder and the command line of this home's PostgreSQL.
 *
 * <p>No connection is ever trusted: {@code initdb} already requires the superuser's password, and {@code pg_hba.conf}
 * allows only scram-sha-256 over loopback. For root, PostgreSQL runs in a user namespace of its own, because it refuses
 * to run with a superuser's rights.
 */
public final class PostgresServer {

    /** After a crash, PostgreSQL replays its log, which must not be interrupted. */
    public static final Duration PATIENCE = Duration.ofHours(1);

    private static final int ANSWER_SECONDS = 3;

    private static final String SETTINGS =
            """
            # Written at every start by `stampwright up`.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            password_encryption = 'scram-sha-256'
            max_connections = 200
            shared_buffers = 128MB
            max_wal_size = 1GB
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            """;

    private static final String ACCESS =
            """
            # Written at every start by `stampwright up`: every connection needs a password.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final Home home;
    private final int port;

    public PostgresServer(Home home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Creates the data folder if it is missing, and writes our settings. */
    public void prepare() {
        PostgresBinaries.unpackedIn(programs());
        try {
            if (!Files.exists(data().resolve("PG_VERSION"))) {
                initialise();
            }
            Files.writeString(data().resolve("postgresql.conf"), SETTINGS + "port = " + port + "\n");
            Files.writeString(data().resolve("pg_hba.conf"), ACCESS);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public List<String> command() {
        return unprivileged(programs().resolve("bin/postgres").toString(), "-D", data().toString());
    }

    /**
     * Stops a server on this data folder that outlived its supervisor; returns true if there was one. Otherwise deletes
     * the pid file of a killed server, because PostgreSQL would mistake any process with that id for itself.
     */
    public boolean stopOrphan() {
        PidFile pidFile = new PidFile(data());
        Optional<ProcessHandle> orphan = pidFile.server();
        orphan.ifPresent(handle -> new RunningProcess(handle).stop("INT", Duration.ofSeconds(60)));
        pidFile.deleteIfStale();
        return orphan.isPresent();
    }

    /** Returns true once the superuser can log in. */
    public boolean answers() {
        try (var connection = new Login(url("postgres"), "postgres", superuserPassword()).connect(ANSWER_SECONDS)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public Path data() {
        return home.postgres().resolve("data");
    }

    private Path programs() {
        return home.postgres().resolve("programs");
    }

    private String superuserPassword() {
        return home.secrets().superuserPassword();
    }

    /**
     * Creates the data folder under a temporary name and renames it when complete, so that an interrupted creation is
     * repeated.
     */
    private void initialise() throws IOException {
        Path beside = home.postgres().resolve("data.new");
        Folders.delete(beside);
        Path passwordFile = home.postgres().resolve("initial.password");
        Secrets.writePrivately(passwordFile, superuserPassword() + "\n");
        try {
            run(unprivileged(
                    programs().resolve("bin/initdb").toString(),
                    "-D",
                    beside.toString(),
                    "-U",
                    "postgres",
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "-E",
                    "UTF8",
                    "--no-locale"));
            Files.move(beside, data(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void run(List<String> command) throws IOException {
        Path log = home.log("initdb");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new Refusal("PostgreSQL's data folder could not be created; see " + log);
            }
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new Refusal("stopped while PostgreSQL's data folder was being created", stopped);
        }
    }

    private static List<String> unprivileged(String... command) {
        List<String> whole = new ArrayList<>();
        if (new com.sun.security.auth.module.UnixSystem().getUid() == 0) {
            whole.addAll(List.of("unshare", "--user"));
        }
        whole.addAll(List.of(command));
        return whole;
    }
}
