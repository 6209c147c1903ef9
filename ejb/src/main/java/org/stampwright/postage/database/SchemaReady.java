package org.stampwright.postage.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Ready only if the schema is at least as new as this version needs; instances never migrate it themselves. */
@Readiness
@ApplicationScoped
public class SchemaReady implements HealthCheck {

    /** The newest migration that this version relies on. */
    static final int NEEDED = 9;

    private static final String NEWEST =
            "select coalesce(max(cast(version as integer)), 0) from flyway_schema_history where success";

    @Inject
    Jdbi jdbi;

    @Override
    public HealthCheckResponse call() {
        try {
            int version = jdbi.withHandle(
                    handle -> handle.createQuery(NEWEST).mapTo(Integer.class).one());
            return HealthCheckResponse.named("schema")
                    .status(version >= NEEDED)
                    .withData("version", version)
                    .withData("needed", NEEDED)
                    .build();
        } catch (JdbiException unreadable) {
            return HealthCheckResponse.named("schema")
                    .down()
                    .withData("why", unreadable.getMessage())
                    .build();
        }
    }
}
