package org.stampwright.postage.auditing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows the auditor's latest findings to monitoring at {@code /health}. Always up: a finding needs a person's
 * attention, and taking every instance out of service would not help. It is a readiness check because MicroProfile
 * Health has no informational kind, and liveness must not wait for a database.
 */
@Readiness
@ApplicationScoped
public class LastAudit implements HealthCheck {

    @Inject
    Findings findings;

    @Inject
    Clock clock;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder said = HealthCheckResponse.named("audit").up();
        try {
            tell(findings.latest(), said);
        } catch (RuntimeException unreadable) {
            said.withData("why", String.valueOf(unreadable.getMessage()));
        }
        return said.build();
    }

    private void tell(LatestFindings latest, HealthCheckResponseBuilder said) {
        said.withData("ran", latest.finishedAt() != null)
                .withData("late", latest.late())
                .withData("findings", latest.findings().size());
        if (latest.finishedAt() != null) {
            said.withData(
                    "secondsAgo",
                    Duration.between(latest.finishedAt(), clock.instant()).toSeconds());
        }
        if (latest.abortedBecause() != null) {
            said.withData("abortedBecause", latest.abortedBecause());
        }
    }
}
