package org.stampwright.bench.cost;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts statements and transactions by PostgreSQL's own log, which writes every statement while this is open. It slows
 * the database, so a run with it serves for counting only.
 */
final class StatementLog implements AutoCloseable {

    /** Statements and transactions of one user; the statements that begin and end a transaction are not counted. */
    record Counted(int statements, int transactions) {

        Counted and(int moreStatements, int moreTransactions) {
            return new Counted(statements + moreStatements, transactions + moreTransactions);
        }
    }

    private static final String PREFIX = "bench %p %u ";
    private static final Pattern LINE =
            Pattern.compile("^bench (\\d+) (\\S+) LOG:  (?:execute (?!fetch from)\\S+|statement): (\\S*)");

    private final Connection connection;
    private final Path log;
    private final long begin;

    private StatementLog(Connection connection, Path log, long begin) {
        this.connection = connection;
        this.log = log;
        this.begin = begin;
    }

    /** Starts counting; the connection belongs to a superuser and must stay open. */
    static StatementLog open(Connection connection, Path log) throws SQLException, IOException {
        set(
                connection,
                "alter system set log_line_prefix = '" + PREFIX + "'",
                "alter system set log_statement = 'all'");
        return new StatementLog(connection, log, log.toFile().length());
    }

    @Override
    public void close() throws SQLException {
        set(connection, "alter system reset log_statement", "alter system reset log_line_prefix");
    }

    private static void set(Connection connection, String... settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Returns what each user of the database has done since the beginning. */
    Map<String, Counted> counted() throws IOException {
        byte[] written;
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            written = new byte[Math.toIntExact(file.length() - begin)];
            file.seek(begin);
            file.readFully(written);
        }
        return counted(new String(written, StandardCharsets.UTF_8).lines().toList());
    }

    static Map<String, Counted> counted(List<String> lines) {
        Map<String, Counted> counted = new TreeMap<>();
        Map<String, Boolean> inTransaction = new HashMap<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.find()) {
                String session = matcher.group(1);
                String word = matcher.group(3).toUpperCase(Locale.ROOT).replace(";", "");
                boolean begins = word.equals("BEGIN") || word.equals("START");
                boolean ends = word.equals("COMMIT") || word.equals("ROLLBACK");
                boolean alone = !begins && !ends && !inTransaction.getOrDefault(session, false);
                counted.merge(
                        matcher.group(2),
                        new Counted(begins || ends ? 0 : 1, begins || alone ? 1 : 0),
                        (sum, one) -> sum.and(one.statements(), one.transactions()));
                if (begins || ends) {
                    inTransaction.put(session, begins);
                }
            }
        }
        return counted;
    }
}
