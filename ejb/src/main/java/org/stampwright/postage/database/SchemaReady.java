package org.stampwright.postage.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only if the schema is at least as new as this version needs; instances never migrate it themselves. */
@Readiness
@ApplicationScoped
public class SchemaReady implements HealthCheck {

    /** The newest migration that this version relies on. */
    static final int NEEDED = 4;

    private static final String NEWEST =
            "select coalesce(max(cast(version as integer)), 0) from flyway_schema_history where success";

    @Resource(lookup = DataSources.WORK)
    DataSource work;

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = work.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEWEST)) {
            row.next();
            return HealthCheckResponse.named("schema")
                    .status(row.getInt(1) >= NEEDED)
                    .withData("version", row.getInt(1))
                    .withData("needed", NEEDED)
                    .build();
        } catch (SQLException unreadable) {
            return HealthCheckResponse.named("schema")
                    .down()
                    .withData("why", unreadable.getMessage())
                    .build();
        }
    }
}
