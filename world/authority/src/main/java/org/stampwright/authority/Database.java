package org.stampwright.authority;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The authority's own database. A transaction here is a piece of code: it commits when that returns and is rolled back
 * when it throws, so a refusal thrown as a {@link Problem} leaves nothing behind.
 */
@ApplicationScoped
public class Database {

    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "23505");
    private static final int TRIES = 4;

    @Resource(lookup = "java:app/jdbc/authority")
    private DataSource connections;

    /** For the container, which gives it the data source of {@code web.xml}. */
    protected Database() {}

    /** On connections from elsewhere. */
    public Database(DataSource connections) {
        this.connections = connections;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /**
     * Does the work; and again if the database broke a deadlock by ending it, or if somebody else inserted the same key
     * at the same moment, whose row the next try will find.
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

    /** Brings the tables to the form that this program needs. */
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
