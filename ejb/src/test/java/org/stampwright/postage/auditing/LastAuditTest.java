package org.stampwright.postage.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stampwright.audit.Finding;
import org.stampwright.postage.container.HealthAnswer;

/** Health shows the auditor's latest findings and never takes an instance out of service for them. */
class LastAuditTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Finding FINDING = new Finding("I5", "order 1", "is wrong");

    @BeforeAll
    static void answersAreMade() {
        HealthCheckResponse.setResponseProvider(HealthAnswer::new);
    }

    @Test
    void health_shows_findings_and_their_age() {
        HealthCheckResponse said = after(LatestFindings.of(NOW.minusSeconds(75), null, List.of(FINDING)));
        assertThat(said.getStatus()).isEqualTo(Status.UP);
        assertThat(said.getData()).contains(Map.of("ran", true, "findings", 1L, "secondsAgo", 75L));
    }

    @Test
    void health_shows_an_aborted_run_with_its_reason() {
        HealthCheckResponse said = after(LatestFindings.of(NOW, "the authority does not answer", List.of()));
        assertThat(said.getStatus()).isEqualTo(Status.UP);
        assertThat(said.getData().orElseThrow()).containsEntry("abortedBecause", "the authority does not answer");
    }

    @Test
    void before_the_first_run_there_are_no_findings_to_show() {
        assertThat(after(LatestFindings.none()).getData()).contains(Map.of("ran", false, "findings", 0L));
    }

    @Test
    void an_unreachable_database_is_left_to_other_checks() {
        HealthCheckResponse said = after(null);
        assertThat(said.getStatus()).isEqualTo(Status.UP);
        assertThat(said.getData().orElseThrow()).containsEntry("why", "no database");
    }

    private static HealthCheckResponse after(LatestFindings latest) {
        LastAudit check = new LastAudit();
        check.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        check.findings = new Findings() {
            @Override
            public LatestFindings latest() {
                if (latest == null) {
                    throw new IllegalStateException("no database");
                }
                return latest;
            }
        };
        return check.call();
    }
}
