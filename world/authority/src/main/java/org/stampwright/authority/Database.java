package org.stampwright.authority;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The authority's own database. A transaction here is a piece of code: it commits when the code returns and is rolled
 * back when it throws, so a refusal thrown as a {@link Problem} leaves nothing behind.
 */
@ApplicationScoped
public class Database {

    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "23505");
    private static final int TRIES = 4;

    @Resource(lookup = "java:app/jdbc/authority")
    private DataSource connections;

    /** Used by the container, which injects the data source of {@code web.xml}. */
    protected Database() {}

    /** Uses connections from the given data source. */
    public Database(DataSource connections) {
        this.connections = connections;
    }

    /** The work of one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /**
     * Runs the work. Retries it if the database ended it to break a deadlock, or if another transaction inserted the
     * same key at the same time; the retry then finds that row.
     */
    public <T> T inTransaction(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException failure) {
                if (attempt == TRIES || !TRY_AGAIN.contains(failure.getSQLState())) {
                    throw new DatabaseFault(failure);
                }
            }
        }
    }

    /** Migrates the tables to this program's version. */
    void migrate() {
        Schema.migrate(connections);
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.in(new Transaction(connection));
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }
}
