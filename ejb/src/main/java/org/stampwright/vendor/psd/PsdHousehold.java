package org.stampwright.vendor.psd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.vendor.licence.Licence;
import org.stampwright.vendor.server.ThisInstance;
import org.stampwright.vendor.signing.CertifiedModule;

/**
 * Which PSDs this instance should be at work on: those that were its own, those of the dead, and new ones up to its number.
 * Whoever has more than its number, having taken over or been removed, gives one away at a time once another is in need.
 */
@ApplicationScoped
public class PsdHousehold {

    @Inject
    @ConfigProperty(name = "stampwright.psds-per-server", defaultValue = "2")
    int number;

    @Inject
    OwnedPsds owned;

    @Inject
    Psds psds;

    @Inject
    Taking taking;

    @Inject
    Opening opening;

    @Inject
    Workplaces workplaces;

    @Inject
    ThisInstance instance;

    void keep(CertifiedModule module, Licence licence) {
        psds.ownedBy(instance.id()).forEach(serial -> take(serial, module, licence));
        if (!instance.isRemoved()) {
            psds.leftBehind(instance.id()).forEach(serial -> take(serial, module, licence));
        }
        int wanted = instance.isRemoved() ? 0 : number;
        int missing = wanted - psds.ownedBy(instance.id()).size();
        if (missing > 0) {
            psds.givenAway(missing).forEach(serial -> take(serial, module, licence));
            openMissing(module, licence);
        } else if (missing < 0 && psds.isAnotherInNeed(number, instance.id())) {
            owned.layDownIdle().ifPresent(psd -> psds.giveAway(psd.serial(), instance.id(), psd.epoch()));
        }
    }

    /** New ones only if nobody has too many: those come back from whoever took them over. */
    private void openMissing(CertifiedModule module, Licence licence) {
        int missing = number - psds.ownedBy(instance.id()).size() - (int) psds.surplus(number);
        for (int i = 0; i < missing; i++) {
            long asked = System.nanoTime();
            opening.open(module).ifPresent(first -> start(first, asked, module, licence));
        }
    }

    private void take(long serial, CertifiedModule module, Licence licence) {
        if (!owned.isAtWork(serial)) {
            long asked = System.nanoTime();
            taking.take(serial, module).ifPresent(taken -> start(taken, asked, module, licence));
        }
    }

    private void start(LedgerEntry entry, long asked, CertifiedModule module, Licence licence) {
        owned.start(entry, psds.receiptedEntry(entry.psd().value()), asked,
                workplaces.workplace(module, licence, owned.outside()), workplaces.releaseDesk(module));
    }
}
