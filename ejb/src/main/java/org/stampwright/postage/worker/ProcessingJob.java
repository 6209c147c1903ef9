package org.stampwright.postage.worker;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stampwright.postage.licence.Licensing;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.postage.signing.Certification;
import org.stampwright.postage.signing.CertifiedModule;

/**
 * What an instance that processes has to see to, again and again from its start on: its module certified, the licence
 * known, its PSDs at work, those of the dead taken over. Each turn does what is missing; whoever is silent is asked at the
 * next, and no fault leaves a turn, since that would be the last one. It manages transactions itself, by having none: on
 * Payara a schedule's method runs in one whatever its attribute says.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ProcessingJob {

    private static final Logger LOG = System.getLogger(ProcessingJob.class.getName());

    private final AtomicBoolean atIt = new AtomicBoolean();

    @Inject
    ThisInstance instance;

    @Inject
    Certification certification;

    @Inject
    Licensing licensing;

    @Inject
    PsdAssignment assignment;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "module, licence, PSDs")
    public void run() {
        if (!instance.isRegistered() || !instance.role().processes() || !atIt.compareAndSet(false, true)) {
            return;
        }
        try {
            certification.advance().ifPresent(this::process);
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Processing will be seen to again", fault);
        } finally {
            atIt.set(false);
        }
    }

    private void process(CertifiedModule module) {
        licensing.licence().ifPresent(licence -> assignment.keep(module, licence));
    }
}
