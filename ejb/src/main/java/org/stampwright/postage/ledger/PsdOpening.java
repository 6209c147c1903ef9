package org.stampwright.postage.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.postage.authority.AuthorityClient;
import org.stampwright.postage.authority.Reply;
import org.stampwright.postage.comparison.Differences;
import org.stampwright.postage.comparison.HeadComparison;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.postage.signing.CertifiedModule;
import org.stampwright.protocol.StrictJson;

/**
 * Opens new PSDs. The request's id is derived from this module's seal certificate and a counter. So after a lost
 * answer, or a crash before the opening entry, a retry yields the same device, not another one.
 */
@ApplicationScoped
public class PsdOpening {

    private static final Logger LOG = System.getLogger(PsdOpening.class.getName());

    @Inject
    PsdLedger ledger;

    @Inject
    Psds psds;

    @Inject
    AuthorityClient authority;

    @Inject
    EntryIntake intake;

    @Inject
    ThisInstance instance;

    @Inject
    Differences differences;

    @Inject
    HeadComparison comparison;

    @Inject
    SellingStop stop;

    /**
     * Returns the opening entry of a new device, owned by this instance. Empty if the authority does not grant one now,
     * or is ahead of the database. A device that the database has lost is skipped.
     */
    public Optional<LedgerEntry> open(CertifiedModule module) {
        if (!comparison.run() || stop.isStopped()) {
            return Optional.empty();
        }
        for (int count = 1; ; count++) {
            UUID request = request(module, count);
            if (psds.isRequested(request)) {
                continue;
            }
            Reply reply = authority.put(
                    "/v1/psds/" + request,
                    StrictJson.PROVIDER
                            .createObjectBuilder()
                            .add("serverSystem", instance.name())
                            .build());
            if (!(reply instanceof Reply.Answered answered && answered.isOk())) {
                LOG.log(Level.WARNING, "The authority did not grant a new PSD: {0}", reply);
                return Optional.empty();
            }
            PsdSerial serial =
                    new PsdSerial(answered.body().getJsonNumber("psdSerial").longValueExact());
            if (!differences.isKnown(serial.value())) {
                return opened(request, serial, answered.body(), module);
            }
        }
    }

    private static UUID request(CertifiedModule module, int count) {
        String name = "PSD " + count + " of seal certificate " + module.seal().value();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII));
    }

    private Optional<LedgerEntry> opened(UUID request, PsdSerial serial, JsonObject given, CertifiedModule module) {
        Optional<EntryIntake.Head> head = intake.head(serial);
        if (head.isEmpty() || head.get().number() > 0) {
            LOG.log(
                    Level.ERROR,
                    "PSD {0} is not opened: the authority has entries of it already, or did not answer",
                    serial);
            return Optional.empty();
        }
        LedgerEntry first = LedgerEntry.opened(
                serial,
                Money.ofMills(given.getJsonNumber("maximumDescending").longValueExact()),
                Money.ofMills(given.getJsonNumber("maximumPostage").longValueExact()),
                instance.id(),
                1,
                module.seal());
        ledger.open(request, new SealedEntry(first, module.module().seal(first)));
        LOG.log(Level.INFO, "Opened PSD {0}", serial);
        return Optional.of(first);
    }
}
