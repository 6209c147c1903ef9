package org.stampwright.postage.auditing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stampwright.postage.auditing.AuditKind.AUDIT;
import static org.stampwright.postage.auditing.AuditKind.RECOUNT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.audit.AuditResult;
import org.stampwright.audit.Checkpoint;
import org.stampwright.audit.Finding;
import org.stampwright.postage.container.Shop;

/** One run at a time among all instances, then a rest in proportion; every run is stored, aborted ones too. */
class AuditRunsTest {

    private static final Finding FINDING = new Finding("I5", "order 1", "is wrong");
    private static final Finding OTHER = new Finding("I8", "order 2", "is wrong");
    private static final Shop SHOP = new Shop();

    private final AuditRuns work = SHOP.get(AuditRuns.class);
    private final Findings findings = SHOP.get(Findings.class);
    private final AuditLateness lateness = SHOP.get(AuditLateness.class);

    @AfterAll
    static void close() {
        SHOP.close();
    }

    @BeforeEach
    void nothingWasAudited() {
        SHOP.change(
                "delete from lease; delete from audit_finding; delete from audit_run; delete from audit_checkpoint");
    }

    @Test
    void no_run_begins_while_another_of_its_kind_is_in_progress() {
        assertThat(work.begin(AUDIT)).isPresent();
        assertThat(work.begin(AUDIT)).isEmpty();
        assertThat(work.begin(RECOUNT)).isPresent();
        assertThat(work.begin(RECOUNT)).isEmpty();
    }

    @Test
    void a_run_keeps_its_lease_by_renewing_it_and_ends_once_another_has_it() {
        AuditRun turn = work.begin(AUDIT).orElseThrow();
        SHOP.change("update lease set until = now() + interval '1 second'");
        assertThat(work.renew(turn)).isTrue();
        assertThat(leftOfLease()).isBetween(55.0, 60.0);
        SHOP.change("update lease set until = now() - interval '1 second'");
        assertThat(work.begin(AUDIT)).isPresent();
        assertThat(work.renew(turn)).isFalse();
    }

    @Test
    void all_instances_rest_for_twenty_times_as_long_as_the_run_took() {
        AuditRun turn = work.begin(AUDIT).orElseThrow();
        SHOP.clock.set(turn.started().plus(Duration.ofSeconds(6)));
        work.finished(turn, found());
        assertThat(work.begin(AUDIT)).isEmpty();
        assertThat(leftOfLease()).isBetween(110.0, 120.0);
        SHOP.change("update lease set until = now() - interval '1 second'");
        assertThat(work.begin(AUDIT)).isPresent();
    }

    @Test
    void the_audit_of_each_minute_does_not_rest_until_it_is_late() {
        AuditRun turn = work.begin(AUDIT).orElseThrow();
        SHOP.clock.set(turn.started().plus(Duration.ofMinutes(5)));
        work.finished(turn, found());
        assertThat(leftOfLease()).isBetween(170.0, 180.0);
    }

    @Test
    void an_aborted_run_may_be_tried_again_at_once() {
        work.aborted(work.begin(AUDIT).orElseThrow(), "the authority does not answer");
        assertThat(work.begin(AUDIT)).isPresent();
    }

    @Test
    void the_next_audit_begins_where_the_newest_ended() {
        assertThat(work.checkpoint()).isEmpty();
        work.finished(run(AUDIT), new AuditResult(List.of(), new Checkpoint(7, Shop.NOW, Map.of(17L, 3L, 18L, 5L))));
        Checkpoint newest = new Checkpoint(9, Shop.NOW.plusSeconds(60), Map.of(17L, 4L, 18L, 5L));
        work.finished(run(AUDIT), new AuditResult(List.of(FINDING), newest));
        work.finished(run(RECOUNT), found());
        work.aborted(run(AUDIT), "the authority does not answer");
        assertThat(work.checkpoint()).contains(newest);
    }

    @Test
    void a_finding_stays_until_a_recount_without_it() {
        work.finished(run(AUDIT), found(FINDING));
        work.finished(run(AUDIT), found());
        assertThat(findings.latest().findings()).containsExactly(FINDING);
        work.finished(run(RECOUNT), found(OTHER));
        assertThat(findings.latest().findings()).containsExactly(OTHER);
        work.finished(run(AUDIT), found(FINDING, OTHER));
        assertThat(findings.latest().findings()).containsExactlyInAnyOrder(FINDING, OTHER);
        work.finished(run(RECOUNT), found());
        assertThat(findings.latest().findings()).isEmpty();
    }

    @Test
    void what_an_audit_finds_while_a_recount_runs_stays_too() {
        AuditResult begun = found();
        work.finished(run(AUDIT), found(FINDING));
        work.finished(run(RECOUNT), begun);
        assertThat(findings.latest().findings()).containsExactly(FINDING);
    }

    @Test
    void an_aborted_run_does_not_pass_for_the_clean_one_before() {
        work.finished(run(AUDIT), found());
        work.aborted(run(AUDIT), "the authority does not answer");
        assertThat(findings.latest().abortedBecause()).isEqualTo("the authority does not answer");
        assertThat(findings.latest().findings())
                .containsExactly(
                        new Finding("audit", "the newest audit", "was aborted: the authority does not answer"));
    }

    @Test
    void an_aborted_run_does_not_hide_what_was_found_before() {
        work.finished(run(AUDIT), found(FINDING));
        work.aborted(run(AUDIT), "the authority does not answer");
        assertThat(findings.latest().findings()).hasSize(2).endsWith(FINDING);
    }

    @Test
    void a_recount_is_due_each_night_and_while_there_are_findings() {
        assertThat(findings.callForRecount()).isTrue();
        work.finished(run(RECOUNT), found());
        SHOP.change("update audit_run set read_at = now()");
        assertThat(findings.callForRecount()).isFalse();
        work.finished(run(AUDIT), new AuditResult(List.of(FINDING), new Checkpoint(1, Instant.now(), Map.of())));
        assertThat(findings.callForRecount()).isTrue();
        SHOP.change("delete from audit_finding; update audit_run set read_at = now() - interval '25 hours'");
        assertThat(findings.callForRecount()).isTrue();
    }

    /** The application's role may write the lease, so its row cannot be what tells that audits still run. */
    @Test
    void a_lease_without_end_stops_the_audit_and_is_noticed() {
        work.finished(run(AUDIT), found());
        work.finished(run(RECOUNT), found());
        SHOP.change("update lease set until = 'infinity' where name = 'audit'");
        assertThat(work.begin(AUDIT)).isEmpty();
        assertThat(late()).isEmpty();
        SHOP.change("update audit_run set finished_at = now() - interval '11 minutes'");
        assertThat(late())
                .containsExactly(new Finding("audit", "the audit", "is late: the last finished 11 minutes ago"));
        SHOP.change("update audit_run set finished_at = now() - interval '27 hours' where kind = 'recount'");
        assertThat(late()).hasSize(2);
    }

    @Test
    void aborted_runs_do_not_pass_for_finished_ones() {
        work.aborted(run(AUDIT), "the authority does not answer");
        assertThat(late()).contains(new Finding("audit", "the audit", "is late: none has finished yet"));
    }

    @Test
    void an_instance_that_has_just_started_does_not_call_it_late_yet() {
        assertThat(lateness.findings(Duration.ofMinutes(10).minusSeconds(1))).isEmpty();
        assertThat(lateness.findings(Duration.ofMinutes(10).plusSeconds(1))).hasSize(1);
    }

    private List<Finding> late() {
        return lateness.findings(Duration.ofDays(2));
    }

    private static AuditRun run(AuditKind kind) {
        return new AuditRun(kind, "one", Shop.NOW);
    }

    private static int runs;

    /** Each begins a second after the one before. */
    private static AuditResult found(Finding... findings) {
        return new AuditResult(List.of(findings), new Checkpoint(1, Shop.NOW.plusSeconds(runs++), Map.of()));
    }

    private static double leftOfLease() {
        return Double.parseDouble(SHOP.one("select extract(epoch from until - now()) from lease where name = 'audit'"));
    }
}
