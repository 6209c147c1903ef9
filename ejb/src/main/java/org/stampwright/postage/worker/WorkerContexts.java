package org.stampwright.postage.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.indicium.Money;
import org.stampwright.postage.indicium.Records;
import org.stampwright.postage.ledger.EntryIntake;
import org.stampwright.postage.ledger.PsdLedger;
import org.stampwright.postage.ledger.Releases;
import org.stampwright.postage.ledger.ValueDownloads;
import org.stampwright.postage.licence.Licence;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.signing.CertifiedModule;
import org.stampwright.postage.signing.ModuleCertificates;

/** Passes the owners and releasers of PSDs, which are not beans, the beans that they work with. */
@ApplicationScoped
public class WorkerContexts {

    @Inject
    @ConfigProperty(name = "stampwright.funding.top-up", defaultValue = "200000")
    long topUpMills;

    @Inject
    @ConfigProperty(name = "stampwright.funding.low-water", defaultValue = "50000")
    long lowWaterMills;

    @Inject
    PsdLedger ledger;

    @Inject
    Releases releases;

    @Inject
    Records records;

    @Inject
    OrderTransitions orders;

    @Inject
    ValueDownloads funds;

    @Inject
    EntryIntake intake;

    @Inject
    ModuleCertificates certificates;

    @Inject
    AttemptsInFlight inFlight;

    @Inject
    Clock clock;

    OwnerContext ownerContext(CertifiedModule module, Licence licence, Executor outside) {
        TopUpAmounts topUp = new TopUpAmounts(Money.ofMills(topUpMills), Money.ofMills(lowWaterMills));
        return new OwnerContext(ledger, orders, funds, inFlight, module, licence, topUp, clock, outside);
    }

    ReleaserContext releaserContext(CertifiedModule module, Executor outside) {
        return new ReleaserContext(records, releases, certificates, module, intake, ledger, inFlight, clock, outside);
    }
}
