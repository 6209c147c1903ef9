package org.stampwright.vendor.psd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.vendor.licence.Licence;
import org.stampwright.vendor.server.ThisInstance;
import org.stampwright.vendor.signing.CertifiedModule;

/** Which PSDs this instance should be at work on: those that were its own, those of the dead, and new ones up to its number. */
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
        List<Long> own = psds.ownedBy(instance.id());
        own.forEach(serial -> take(serial, module, licence));
        psds.leftBehind(instance.id()).forEach(serial -> take(serial, module, licence));
        for (int i = psds.ownedBy(instance.id()).size(); i < number; i++) {
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
