package org.stampwright.postage.auditing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.stampwright.audit.AuditResult;
import org.stampwright.audit.Auditor;
import org.stampwright.audit.CardLists;
import org.stampwright.audit.Checkpoint;
import org.stampwright.audit.Progress;
import org.stampwright.postage.authority.AuditorsAccess;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.payment.CardSettings;

/**
 * Runs the auditor in this instance and stores what became of the run. A recount reads the last weeks of the card
 * company's lists only. A hold lives for seven days, so older entries do not change any more, except refunds, which are
 * listed by their own date. {@code stampwright audit} reads the lists whole.
 */
@ApplicationScoped
class InstanceAuditor {

    private static final System.Logger LOG = System.getLogger(InstanceAuditor.class.getName());
    private static final Duration CARDS_REACH_BACK = Duration.ofDays(40);

    @Resource(lookup = DataSources.AUDIT)
    private DataSource database;

    @Inject
    private AuditorsAccess authority;

    @Inject
    private CardSettings cards;

    @Inject
    private AuditRuns runs;

    @Inject
    private Clock clock;

    /** Runs it if it is this instance's turn. */
    void run(AuditKind kind) {
        try {
            runs.begin(kind).ifPresent(this::run);
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "the " + kind.text() + " could not be stored", fault);
        }
    }

    /** Stores an aborted run as such, so that the previous run does not pass for the newest. */
    private void run(AuditRun turn) {
        String none = "no " + turn.kind().text() + ": ";
        try {
            AuditResult result = result(turn.kind(), new LeaseRenewal(runs, turn));
            result.findings().forEach(finding -> LOG.log(Level.ERROR, "the auditor found: {0}", finding));
            runs.finished(turn, result);
        } catch (IOException silence) {
            LOG.log(Level.WARNING, none + silence.getMessage());
            runs.aborted(turn, silence.getMessage());
        } catch (SQLException | RuntimeException fault) {
            LOG.log(Level.ERROR, none + fault.getMessage(), fault);
            runs.aborted(turn, fault.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private AuditResult result(AuditKind kind, Progress progress)
            throws SQLException, IOException, InterruptedException {
        Optional<Checkpoint> checkpoint = kind == AuditKind.AUDIT ? runs.checkpoint() : Optional.empty();
        return checkpoint.isPresent()
                ? auditor().since(checkpoint.get(), progress)
                : auditor().recount(progress);
    }

    private Auditor auditor() {
        return new Auditor(
                database,
                authority.access(),
                new CardLists.Access(
                        URI.create(cards.url()),
                        cards.key(),
                        Optional.of(clock.instant().minus(CARDS_REACH_BACK))),
                clock);
    }
}
