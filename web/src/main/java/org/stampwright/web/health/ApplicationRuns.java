package org.stampwright.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Reports that the application is deployed. A server whose deployment failed answers health checks too, without a
 * single check; it must not pass for alive.
 */
@Liveness
@ApplicationScoped
public class ApplicationRuns implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.up("application");
    }
}
