package org.stampwright.audit;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Reads the vendor's database, each time in a short snapshot of its own, so that an audit of any length never keeps an
 * old snapshot: PostgreSQL cannot remove the row versions that one might still see.
 */
@FunctionalInterface
interface Snapshots {

    /** Reads one page of rows. */
    @FunctionalInterface
    interface Page<T> {
        T read(Connection snapshot) throws SQLException;
    }

    <T> T in(Page<T> page) throws SQLException;

    static Snapshots of(DataSource database) {
        return new Snapshots() {
            @Override
            public <T> T in(Page<T> page) throws SQLException {
                try (Connection connection = database.getConnection()) {
                    connection.setAutoCommit(false);
                    connection.setReadOnly(true);
                    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                    try {
                        return page.read(connection);
                    } finally {
                        connection.rollback();
                    }
                }
            }
        };
    }

    /** Reads on this connection, in whatever transaction it is. */
    static Snapshots on(Connection connection) {
        return new Snapshots() {
            @Override
            public <T> T in(Page<T> page) throws SQLException {
                return page.read(connection);
            }
        };
    }
}
