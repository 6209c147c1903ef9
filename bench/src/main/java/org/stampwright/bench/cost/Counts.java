package org.stampwright.bench.cost;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.stampwright.bench.load.Measured;
import org.stampwright.bench.system.VendorSystem;

/**
 * What a run made the system do, counted.
 *
 * @param purchases  the number of purchases in that run
 * @param commits    committed transactions that wrote, by database
 * @param statements and transactions, by the database's user
 * @param exchanges  answers read by the instances, by the program that gave them
 * @param walBytes   written to the write-ahead log
 */
public record Counts(
        int purchases,
        Map<String, Integer> commits,
        Map<String, StatementLog.Counted> statements,
        Map<String, Integer> exchanges,
        long walBytes) {

    private static final String VENDOR_DATABASE = "stampwright";
    private static final String VENDOR_USER = "stampwright_app";

    /** A run to count. */
    @FunctionalInterface
    public interface Run {

        Measured measure() throws IOException, InterruptedException;
    }

    /** Runs it while everything is counted, which slows it. */
    public static Counts of(VendorSystem system, Run run) throws SQLException, IOException, InterruptedException {
        String maintenance = system.jdbcUrl().replace("/" + VENDOR_DATABASE + "?", "/postgres?");
        try (Connection connection = DriverManager.getConnection(maintenance);
                StatementLog log = StatementLog.open(connection, system.home().resolve("logs/postgres.log"))) {
            Wal wal = Wal.of(connection);
            Exchanges exchanges = Exchanges.start(system.instances().values(), system.ports());
            String begin = wal.end();
            Measured measured = run.measure();
            String end = wal.end();
            return new Counts(
                    measured.count(), wal.commits(begin, end), log.counted(), exchanges.stop(), wal.bytes(begin, end));
        }
    }

    /** Returns each number divided by the number of purchases, under a title. */
    public Map<String, Double> perPurchase() {
        Map<String, Double> each = new TreeMap<>();
        commits.forEach((database, number) -> each.put("commits that write, database " + database, per(number)));
        statements.forEach((user, counted) -> {
            each.put("statements, user " + user, per(counted.statements()));
            each.put("transactions, user " + user, per(counted.transactions()));
        });
        StatementLog.Counted vendor = statements.getOrDefault(VENDOR_USER, new StatementLog.Counted(0, 0));
        each.put(
                "read-only transactions, user " + VENDOR_USER,
                per(vendor.transactions() - commits.getOrDefault(VENDOR_DATABASE, 0)));
        exchanges.forEach((program, number) -> each.put("answers read by the instances from " + program, per(number)));
        each.put("bytes of write-ahead log", per(walBytes));
        return each;
    }

    private double per(long number) {
        return number / (double) Math.max(1, purchases);
    }
}
