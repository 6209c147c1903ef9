package org.stampwright.vendor.audit;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.stampwright.audit.Auditor;
import org.stampwright.audit.CardLists;
import org.stampwright.audit.Finding;
import org.stampwright.vendor.authority.AuditorsAccess;
import org.stampwright.vendor.database.DataSources;
import org.stampwright.vendor.payment.CardSettings;

/**
 * Runs the auditor every minute on the instance that holds the lease {@code audit}. It reads everything, so the more there
 * is the longer it takes: afterwards it rests for twenty times as long as it took.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Auditing {

    private static final System.Logger LOG = System.getLogger(Auditing.class.getName());
    private static final Duration TURN = Duration.ofSeconds(55);
    private static final int RESTS_FOR = 20;
    /** A hold lives for seven days; what is older there does not change, refunds excepted, listed by their own date. */
    private static final Duration CARDS_REACH_BACK = Duration.ofDays(40);

    @Resource(lookup = DataSources.AUDIT)
    private DataSource database;
    @Inject
    private AuditorsAccess authority;
    @Inject
    private CardSettings cards;
    @Inject
    private AuditWork work;
    private volatile Instant notBefore = Instant.MIN;

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    public void turn() {
        try {
            if (!work.isOurs(TURN) || work.now().isBefore(notBefore)) {
                return;
            }
            Instant started = work.now();
            List<Finding> findings = new Auditor(database, authority.access(), new CardLists.Access(
                    URI.create(cards.url()), cards.key(), Optional.of(started.minus(CARDS_REACH_BACK))), work.clock()).run();
            findings.forEach(finding -> LOG.log(Level.ERROR, "the auditor found: {0}", finding));
            work.record(started, findings);
            notBefore = work.now().plus(Duration.between(started, work.now()).multipliedBy(RESTS_FOR));
        } catch (IOException silence) {
            LOG.log(Level.WARNING, "no audit this minute: " + silence.getMessage());
        } catch (SQLException | RuntimeException fault) {
            LOG.log(Level.ERROR, "no audit this minute", fault);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
