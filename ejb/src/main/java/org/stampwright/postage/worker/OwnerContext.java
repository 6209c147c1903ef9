package org.stampwright.postage.worker;

import java.time.Clock;
import java.util.concurrent.Executor;
import org.stampwright.postage.ledger.PsdLedger;
import org.stampwright.postage.ledger.ValueDownloads;
import org.stampwright.postage.licence.Licence;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.signing.CertifiedModule;

/**
 * The tools of an owner of PSDs on this instance.
 *
 * @param outside runs calls to the authority, so that debiting does not wait for them
 */
record OwnerContext(
        PsdLedger ledger,
        OrderTransitions orders,
        ValueDownloads funds,
        AttemptsInFlight inFlight,
        CertifiedModule module,
        Licence licence,
        TopUpAmounts topUp,
        Clock clock,
        Executor outside) {}
