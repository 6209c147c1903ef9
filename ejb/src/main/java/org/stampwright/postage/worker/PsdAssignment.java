package org.stampwright.postage.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.postage.comparison.HeadComparison;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.ledger.Lease;
import org.stampwright.postage.ledger.PsdOpening;
import org.stampwright.postage.ledger.PsdTakeover;
import org.stampwright.postage.ledger.Psds;
import org.stampwright.postage.licence.Licence;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.postage.signing.CertifiedModule;

/**
 * Decides which PSDs this instance works on: its own from before, those of dead instances once the operator has
 * admitted it, and new ones up to its configured number. An instance that owns more than its number, after a takeover
 * or its removal, gives away one at a time when another instance needs one.
 */
@ApplicationScoped
public class PsdAssignment {

    private static final Logger LOG = System.getLogger(PsdAssignment.class.getName());
    private static final Duration LONGEST_NEED = Duration.ofSeconds(10);

    private Instant inNeedSince;

    @Inject
    @ConfigProperty(name = "stampwright.psds-per-server", defaultValue = "2")
    int number;

    @Inject
    OwnedPsds owned;

    @Inject
    Psds psds;

    @Inject
    PsdTakeover takeover;

    @Inject
    PsdOpening opening;

    @Inject
    WorkerContexts contexts;

    @Inject
    ThisInstance instance;

    @Inject
    HeadComparison comparison;

    @Inject
    SellingStop stop;

    @Inject
    Clock clock;

    /**
     * Starts or continues work on each PSD; a failing PSD does not block the others. While selling is stopped, or
     * before this instance has compared the database with the authority since its start, it works on none.
     */
    void keep(CertifiedModule module, Licence licence) {
        if (!comparison.isVerified() || stop.isStopped()) {
            owned.stopWork();
            return;
        }
        psds.ownedBy(instance.id()).forEach(serial -> take(serial, module, licence));
        if (instance.isAdmitted()) {
            psds.leftBehind(instance.id()).forEach(serial -> take(serial, module, licence));
        }
        int wanted = instance.isRemoved() ? 0 : number;
        int missing = wanted - psds.ownedBy(instance.id()).size();
        if (missing > 0) {
            psds.givenAway(missing).forEach(serial -> take(serial, module, licence));
            openMissing(module, licence);
            return;
        }
        inNeedSince = null;
        if (missing < 0 && psds.isAnotherInNeed(number, instance.id())) {
            owned.layDownIdle().ifPresent(psd -> psds.giveAway(psd.serial(), instance.id(), psd.epoch()));
        }
    }

    /**
     * Opens the missing PSDs, less the surplus of other instances, since surplus PSDs are given away and come back. But
     * a PSD that is never idle is not given away, so an instance in need opens its own after some seconds.
     */
    private void openMissing(CertifiedModule module, Licence licence) {
        int missing = number - psds.ownedBy(instance.id()).size();
        if (missing > 0 && inNeedSince == null) {
            inNeedSince = clock.instant();
        }
        int expected = isInNeedForLong() ? 0 : (int) psds.surplus(number);
        for (int i = 0; i < missing - expected; i++) {
            long asked = Lease.now();
            opening.open(module).ifPresent(first -> start(first, asked, module, licence));
        }
    }

    private boolean isInNeedForLong() {
        return inNeedSince != null && clock.instant().isAfter(inNeedSince.plus(LONGEST_NEED));
    }

    private void take(long serial, CertifiedModule module, Licence licence) {
        if (owned.isAtWork(serial)) {
            return;
        }
        try {
            long asked = Lease.now();
            takeover.take(serial, module).ifPresent(taken -> start(taken, asked, module, licence));
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "PSD " + serial + " could not be taken now", fault);
        }
    }

    private void start(LedgerEntry entry, long asked, CertifiedModule module, Licence licence) {
        owned.start(
                entry,
                psds.receiptedEntry(entry.psd().value()),
                asked,
                contexts.ownerContext(module, licence, owned.outside()),
                contexts.releaserContext(module, owned.outside()));
    }
}
