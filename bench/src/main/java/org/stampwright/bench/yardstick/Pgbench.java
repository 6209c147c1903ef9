package org.stampwright.bench.yardstick;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stampwright.bench.load.ClosedLoop;
import org.stampwright.bench.load.Measured;

/**
 * Runs pgbench on the same PostgreSQL, in a database of its own: the cost of a bare transaction that locks a row,
 * changes it and inserts another.
 */
public final class Pgbench {

    private static final String DATABASE = "bench";
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    private final String program;
    private final String jdbcUrl;
    private final URI database;
    private final Map<String, String> login;

    private Pgbench(String program, String jdbcUrl, URI database, Map<String, String> login) {
        this.program = program;
        this.jdbcUrl = jdbcUrl;
        this.database = database;
        this.login = login;
    }

    /**
     * Prepares the database.
     *
     * @param program the pgbench program
     * @param jdbcUrl of any database of the server, with user and password
     */
    public static Pgbench on(String program, String jdbcUrl) throws SQLException {
        String ours = jdbcUrl.replaceFirst("/[a-z]+\\?", "/" + DATABASE + "?");
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE);
        }
        try (Connection connection = DriverManager.getConnection(ours);
                var statement = connection.createStatement()) {
            statement.execute("create table bench_device (id int primary key, value bigint not null)");
            statement.execute("create table bench_piece (id bigint generated always as identity primary key, "
                    + "device int not null, value bigint not null)");
            statement.execute("insert into bench_device select n, 0 from generate_series(1, 4) n");
        }
        URI uri = URI.create(ours.substring("jdbc:".length()));
        return new Pgbench(
                program,
                ours,
                uri,
                Stream.of(uri.getRawQuery().split("&"))
                        .map(part -> part.split("=", 2))
                        .collect(Collectors.toMap(part -> part[0], part -> part[1])));
    }

    /** Returns the address of the database with the tables that the transaction uses. */
    String jdbcUrl() {
        return jdbcUrl;
    }

    /**
     * Returns the transactions per second with this number of clients. Where there is no pgbench, this program runs the
     * same transaction, and says so.
     */
    public double run(int clients, Duration time) throws IOException, InterruptedException, SQLException {
        if (isInstalled()) {
            return runProgram(clients, time);
        }
        System.err.println("There is no " + program + " here: its transaction runs over JDBC instead.");
        return runHere(clients, time);
    }

    private boolean isInstalled() throws InterruptedException {
        try {
            Process version = new ProcessBuilder(program, "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return version.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private double runHere(int clients, Duration time) throws IOException, InterruptedException, SQLException {
        List<Transactions> connections = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            connections.add(new Transactions(jdbcUrl));
        }
        Measured measured = ClosedLoop.run(clients, time, client -> () -> {
            connections.get(client).commit(1);
            return true;
        });
        for (Transactions one : connections) {
            one.close();
        }
        return measured.perSecond();
    }

    private double runProgram(int clients, Duration time) throws IOException, InterruptedException {
        Path script = Files.createTempFile("lock-update-insert", ".sql");
        try (InputStream resource = Pgbench.class.getResourceAsStream("lock-update-insert.sql")) {
            Files.copy(resource, script, StandardCopyOption.REPLACE_EXISTING);
            return rate(run(script, clients, time));
        } finally {
            Files.delete(script);
        }
    }

    private String run(Path script, int clients, Duration time) throws IOException, InterruptedException {
        ProcessBuilder pgbench = new ProcessBuilder(
                program,
                "-n",
                "-h",
                database.getHost(),
                "-p",
                Integer.toString(database.getPort()),
                "-U",
                login.get("user"),
                "-c",
                Integer.toString(clients),
                "-j",
                "1",
                "-T",
                Long.toString(Math.max(1, time.toSeconds())),
                "-f",
                script.toString(),
                DATABASE);
        pgbench.environment().put("PGPASSWORD", login.get("password"));
        Process process = pgbench.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static double rate(String output) throws IOException {
        Matcher rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IOException("pgbench reported no rate: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
