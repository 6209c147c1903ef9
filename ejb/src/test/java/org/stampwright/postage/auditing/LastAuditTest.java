package org.stampwright.postage.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.stampwright.postage.container.Container;
import org.stampwright.postage.container.Database;
import org.stampwright.postage.container.HealthAnswer;

/** Health shows the auditor's latest findings and never takes an instance out of service for them. */
class LastAuditTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final PGSimpleDataSource database = Database.create();

    @BeforeAll
    static void answersAreMade() {
        HealthCheckResponse.setResponseProvider(HealthAnswer::new);
    }

    @Test
    void health_shows_findings_and_their_age() {
        run(75, null);
        Database.change(
                database,
                "insert into audit_finding (run_id, place, invariant, subject, detail)"
                        + " select max(id), 0, 'I5', 'order 1', 'is wrong' from audit_run");
        HealthCheckResponse said = said();
        assertThat(said.getStatus()).isEqualTo(Status.UP);
        assertThat(said.getData()).contains(Map.of("ran", true, "late", false, "findings", 1L, "secondsAgo", 75L));
    }

    @Test
    void health_shows_an_aborted_run_with_its_reason() {
        run(0, "the authority does not answer");
        HealthCheckResponse said = said();
        assertThat(said.getStatus()).isEqualTo(Status.UP);
        assertThat(said.getData().orElseThrow()).containsEntry("abortedBecause", "the authority does not answer");
    }

    @Test
    void before_the_first_run_there_are_no_findings_to_show() {
        assertThat(said().getData()).contains(Map.of("ran", false, "late", false, "findings", 0L));
    }

    @Test
    void health_shows_that_the_audit_is_late() {
        run(60, null);
        HealthCheckResponse said = said(database, Map.of("stampwright.audit.late-after-seconds", "0"));
        assertThat(said.getStatus()).isEqualTo(Status.UP);
        assertThat(said.getData().orElseThrow()).containsEntry("late", true);
    }

    @Test
    void an_unreachable_database_is_left_to_other_checks() {
        PGSimpleDataSource none = new PGSimpleDataSource();
        none.setPortNumbers(new int[] {1});
        HealthCheckResponse said = said(none, Map.of());
        assertThat(said.getStatus()).isEqualTo(Status.UP);
        assertThat(said.getData().orElseThrow().get("why")).asString().contains("refused");
    }

    private void run(int secondsAgo, String abortedBecause) {
        Database.change(
                database,
                "insert into audit_run (kind, started_at, finished_at, read_at, aborted_because) values ('audit', '"
                        + NOW + "', '"
                        + NOW.minusSeconds(secondsAgo) + "', '" + NOW.minusSeconds(secondsAgo) + "', "
                        + (abortedBecause == null ? "null" : "'" + abortedBecause + "'") + ")");
    }

    private HealthCheckResponse said() {
        return said(database, Map.of());
    }

    private static HealthCheckResponse said(PGSimpleDataSource of, Map<String, String> settings) {
        try (Container container = new Container(of).with(Clock.class, Clock.fixed(NOW, ZoneOffset.UTC))) {
            settings.forEach(container::with);
            return container.get(LastAudit.class).call();
        }
    }
}
