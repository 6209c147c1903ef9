package org.stampwright.bench.yardstick;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/** pgbench's lock-update-insert over JDBC, on a connection that it opens when first used. */
final class Transactions implements AutoCloseable {

    private static final int DEVICES = 4;
    private static final int VALUE = 780;

    private final String database;
    private Connection connection;

    Transactions(String database) {
        this.database = database;
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    /** Commits one transaction that locks and changes a row and inserts this many. */
    void commit(int rows) throws IOException {
        int device = 1 + ThreadLocalRandom.current().nextInt(DEVICES);
        try {
            if (connection == null) {
                connection = DriverManager.getConnection(database);
                connection.setAutoCommit(false);
            }
            run("select value from bench_device where id = ? for update", device);
            run("update bench_device set value = value + " + VALUE + " where id = ?", device);
            for (int row = 0; row < rows; row++) {
                run("insert into bench_piece (device, value) values (?, " + VALUE + ")", device);
            }
            connection.commit();
        } catch (SQLException fault) {
            throw new IOException(fault);
        }
    }

    private void run(String sql, int device) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, device);
            statement.execute();
        }
    }
}
