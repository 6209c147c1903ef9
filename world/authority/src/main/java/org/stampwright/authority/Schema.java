package org.stampwright.authority;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The authority's tables, which the authority migrates itself at its start. Flyway runs each numbered script once,
 * under a lock of its own. A database from before Flyway recorded its version in {@code schema_version}; Flyway's
 * baseline is set to that version.
 */
final class Schema {

    private Schema() {}

    /**
     * Migrates the tables to this program's version.
     *
     * @throws DatabaseFault if the database did not respond or a script failed
     */
    static void migrate(DataSource connections) {
        FluentConfiguration flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(connections)
                .locations("classpath:authority");
        try {
            versionBeforeFlyway(connections)
                    .ifPresent(version -> flyway.baselineOnMigrate(true).baselineVersion(Integer.toString(version)));
            flyway.load().migrate();
        } catch (SQLException | FlywayException failed) {
            throw new DatabaseFault(failed);
        }
    }

    private static OptionalInt versionBeforeFlyway(DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            return present(statement) ? OptionalInt.of(version(statement)) : OptionalInt.empty();
        }
    }

    private static boolean present(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select to_regclass('schema_version') is not null")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select coalesce(max(version), 0) from schema_version")) {
            found.next();
            return found.getInt(1);
        }
    }
}
