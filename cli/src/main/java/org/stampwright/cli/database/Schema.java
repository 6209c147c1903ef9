package org.stampwright.cli.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.stampwright.cli.Refusal;

/** Migrates a vendor's database to the newest schema, as the owner role. Nodes never do this. */
public final class Schema {

    private Schema() {}

    /** Migrates and returns the schema version. */
    public static String migrate(String url, String user, String password) {
        try {
            var result = Flyway.configure()
                    .dataSource(source(url, user, password))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        } catch (FlywayException failed) {
            throw new Refusal("the database could not be migrated: " + failed.getMessage(), failed);
        } catch (IllegalArgumentException noUrl) {
            throw new Refusal(url + " is not the address of a PostgreSQL database", noUrl);
        }
    }

    /** Limits the time for connecting only, because a migration step may take long. */
    private static DataSource source(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(Login.CONNECT_SECONDS);
        source.setLoginTimeout(Login.LOGIN_SECONDS);
        return source;
    }
}
