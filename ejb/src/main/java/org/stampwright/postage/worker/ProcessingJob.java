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
 * The job that brings a processing instance to work and keeps it there. It certifies the module, fetches the licence,
 * starts the instance's PSDs and takes over those of dead instances. Each run does the missing steps and retries peers
 * that did not answer. No exception leaves a run, since the server would end the schedule. The class manages
 * transactions itself, by having none: on Payara a schedule's method runs in one whatever its attribute says.
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
            LOG.log(Level.WARNING, "Processing will be retried", fault);
        } finally {
            atIt.set(false);
        }
    }

    private void process(CertifiedModule module) {
        licensing.licence().ifPresent(licence -> assignment.keep(module, licence));
    }
}
