package org.stampwright.postage.voiding;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stampwright.postage.authority.Reply;
import org.stampwright.postage.comparison.HeadComparison;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.server.ThisInstance;

/**
 * Reports the abandoned pieces of this instance's PSDs to the authority as void. A piece that the authority does not
 * settle does not block the others. If the authority does not answer, the next run retries. A run throws no exception,
 * since the server would end the schedule.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class VoidReportJob {

    private static final Logger LOG = System.getLogger(VoidReportJob.class.getName());
    private static final UUID FIRST = new UUID(0, 0);

    private final AtomicBoolean running = new AtomicBoolean();

    @Inject
    PieceVoids voids;

    @Inject
    VoidRequests requests;

    @Inject
    HeadComparison comparison;

    @Inject
    SellingStop stop;

    @Inject
    ThisInstance instance;

    @Schedule(hour = "*", minute = "*", second = "1/5", persistent = false, info = "voids of abandoned pieces")
    public void run() {
        if (!instance.isRegistered() || !instance.role().processes() || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            if (comparison.isVerified() && !stop.isStopped()) {
                reportAll();
            }
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Abandoned pieces will be reported later", fault);
        } finally {
            running.set(false);
        }
    }

    private void reportAll() {
        UUID last = FIRST;
        List<OpenVoid> some = voids.ofAbandoned(instance.id(), last);
        while (!some.isEmpty()) {
            for (OpenVoid open : some) {
                if (requests.ask(open) instanceof Reply.Silent) {
                    return;
                }
                last = open.id();
            }
            some = voids.ofAbandoned(instance.id(), last);
        }
    }
}
