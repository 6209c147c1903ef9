package org.stampwright.cli.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.stampwright.cli.Refusal;

/** Brings a vendor's database to the newest schema, as the owner role. Nodes never do this. */
public final class Schema {

    private Schema() {
    }

    /** The version reached. */
    public static String migrate(String url, String user, String password) {
        try {
            var result = Flyway.configure().dataSource(url, user, password).locations("classpath:db/migration")
                    .load().migrate();
            return result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        } catch (FlywayException failed) {
            throw new Refusal("the database could not be migrated: " + failed.getMessage(), failed);
        }
    }
}
