package org.stampwright.postage.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports whether the vendor sells, and why not. A stop does not make an instance unready: it still has to inform
 * consumers and let the operator log in. An instance that has not tried to compare with the authority since its start
 * is unready.
 */
@Readiness
@ApplicationScoped
public class SellingReady implements HealthCheck {

    static final String BECAUSE = "the authority is ahead of the database on our PSDs, as after a restore of an older"
            + " copy; an operator has to review it in the console";

    @Inject
    HeadComparison comparison;

    @Override
    public HealthCheckResponse call() {
        boolean stopped = comparison.isStopSeen();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("selling")
                .status(comparison.isTried())
                .withData("compared", comparison.isVerified())
                .withData("stopped", stopped);
        return (stopped ? response.withData("because", BECAUSE) : response).build();
    }
}
