package org.stampwright.postage.auditing;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.stampwright.audit.Auditor;
import org.stampwright.audit.CardLists;
import org.stampwright.audit.Finding;
import org.stampwright.postage.authority.AuditorsAccess;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.payment.CardSettings;

/**
 * Runs the auditor every minute on one instance at a time. It reads the whole database each time, but only the last
 * weeks of the card company's lists. A hold lives for seven days, so older entries do not change any more, except
 * refunds, which are listed by their own date. {@code stampwright audit} reads the lists whole.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditJob {

    private static final System.Logger LOG = System.getLogger(AuditJob.class.getName());
    private static final Duration CARDS_REACH_BACK = Duration.ofDays(40);

    @Resource(lookup = DataSources.AUDIT)
    private DataSource database;

    @Inject
    private AuditorsAccess authority;

    @Inject
    private CardSettings cards;

    @Inject
    private AuditRuns work;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    public void run() {
        try {
            work.begin().ifPresent(this::audit);
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "the audit of this minute could not be stored", fault);
        }
    }

    /** Stores an aborted audit as such, so that the previous run does not pass for the newest. */
    private void audit(AuditRun turn) {
        try {
            List<Finding> findings = auditor().run();
            findings.forEach(finding -> LOG.log(Level.ERROR, "the auditor found: {0}", finding));
            work.finished(turn, findings);
        } catch (IOException silence) {
            LOG.log(Level.WARNING, "no audit this minute: " + silence.getMessage());
            work.aborted(turn, silence.getMessage());
        } catch (SQLException | RuntimeException fault) {
            LOG.log(Level.ERROR, "no audit this minute", fault);
            work.aborted(turn, fault.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
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
