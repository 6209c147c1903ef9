package org.stampwright.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports readiness: the tables and keys exist, and the database responds. */
@Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {

    @Inject
    private Startup opening;

    @Inject
    private Database database;

    @Override
    public HealthCheckResponse call() {
        try {
            opening.ensure();
            database.inTransaction(tx -> tx.number("select changes from trust_state"));
            return HealthCheckResponse.up("authority");
        } catch (DatabaseFault away) {
            return HealthCheckResponse.named("authority")
                    .down()
                    .withData("reason", away.getMessage())
                    .build();
        }
    }
}
