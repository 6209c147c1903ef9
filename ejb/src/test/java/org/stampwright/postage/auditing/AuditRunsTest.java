package org.stampwright.postage.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.audit.Finding;
import org.stampwright.postage.container.Shop;

/** One run at a time among all instances, then a rest in proportion; every run is stored, aborted ones too. */
class AuditRunsTest {

    private static final Finding FINDING = new Finding("I5", "order 1", "is wrong");
    private static final Shop SHOP = new Shop();

    private final AuditRuns work = SHOP.get(AuditRuns.class);
    private final Findings findings = SHOP.get(Findings.class);

    @AfterAll
    static void close() {
        SHOP.close();
    }

    @BeforeEach
    void nothingWasAudited() {
        SHOP.change("delete from lease; delete from audit_finding; delete from audit_run");
    }

    @Test
    void no_run_begins_while_another_is_in_progress() {
        assertThat(work.begin()).isPresent();
        assertThat(work.begin()).isEmpty();
    }

    @Test
    void all_instances_rest_for_twenty_times_as_long_as_the_run_took() {
        AuditRun turn = work.begin().orElseThrow();
        SHOP.clock.set(turn.started().plus(Duration.ofSeconds(6)));
        work.finished(turn, List.of());
        assertThat(work.begin()).isEmpty();
        assertThat(SHOP.one("select until between now() + interval '110 seconds' and now() + interval '120 seconds'"
                        + " from lease where name = 'audit'"))
                .isEqualTo("t");
        SHOP.change("update lease set until = now() - interval '1 second'");
        assertThat(work.begin()).isPresent();
    }

    @Test
    void an_aborted_run_may_be_tried_again_at_once() {
        work.aborted(work.begin().orElseThrow(), "the authority does not answer");
        assertThat(work.begin()).isPresent();
    }

    @Test
    void the_newest_run_is_shown() {
        assertThat(findings.latest()).isEqualTo(LatestFindings.none());
        work.finished(new AuditRun("one", Shop.NOW), List.of(FINDING));
        assertThat(findings.latest().findings()).containsExactly(FINDING);
        work.finished(new AuditRun("two", Shop.NOW), List.of());
        assertThat(findings.latest().findings()).isEmpty();
    }

    @Test
    void an_aborted_run_does_not_pass_for_the_clean_one_before() {
        work.finished(new AuditRun("one", Shop.NOW), List.of());
        work.aborted(new AuditRun("two", Shop.NOW), "the authority does not answer");
        assertThat(findings.latest().abortedBecause()).isEqualTo("the authority does not answer");
        assertThat(findings.latest().findings())
                .containsExactly(new Finding("audit", "the newest run", "was aborted: the authority does not answer"));
    }

    @Test
    void an_aborted_run_does_not_hide_what_was_found_before() {
        work.finished(new AuditRun("one", Shop.NOW), List.of(FINDING));
        work.aborted(new AuditRun("two", Shop.NOW), "the authority does not answer");
        assertThat(findings.latest().findings()).hasSize(2).endsWith(FINDING);
    }
}
