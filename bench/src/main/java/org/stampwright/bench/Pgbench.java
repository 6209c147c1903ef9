package org.stampwright.bench;

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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs pgbench on the same PostgreSQL: the cost of a bare transaction that locks a row, changes it and inserts another.
 *
 * @param program the pgbench program
 * @param jdbcUrl of the database, with user and password
 */
record Pgbench(String program, String jdbcUrl) {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    /** Creates the two tables that the script uses anew. */
    void prepare() throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_piece, bench_device");
            statement.execute("create table bench_device (id int primary key, value bigint not null)");
            statement.execute("create table bench_piece (id bigint generated always as identity primary key, "
                    + "device int not null, value bigint not null)");
            statement.execute("insert into bench_device select n, 0 from generate_series(1, 4) n");
        }
    }

    /** Returns the transactions per second with this number of clients. */
    String run(int clients, int seconds) throws IOException, InterruptedException {
        Path script = Files.createTempFile("lock-update-insert", ".sql");
        try (InputStream resource = Pgbench.class.getResourceAsStream("lock-update-insert.sql")) {
            Files.copy(resource, script, StandardCopyOption.REPLACE_EXISTING);
        }
        URI uri = URI.create(jdbcUrl.substring("jdbc:".length()));
        Map<String, String> query = Stream.of(uri.getQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        ProcessBuilder pgbench = new ProcessBuilder(
                program,
                "-n",
                "-h",
                uri.getHost(),
                "-p",
                Integer.toString(uri.getPort()),
                "-U",
                query.get("user"),
                "-c",
                Integer.toString(clients),
                "-j",
                "1",
                "-T",
                Integer.toString(seconds),
                "-f",
                script.toString(),
                uri.getPath().substring(1));
        pgbench.environment().put("PGPASSWORD", query.get("password"));
        Process process = pgbench.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IOException("pgbench reported no rate: " + output);
        }
        return rate.group(1);
    }
}
