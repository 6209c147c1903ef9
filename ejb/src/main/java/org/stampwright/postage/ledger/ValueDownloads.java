package org.stampwright.postage.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.util.Optional;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.postage.authority.AuthorityClient;
import org.stampwright.postage.authority.Reply;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.protocol.StrictJson;

/**
 * Asks the authority for funds: one open request per PSD, recorded first and retried under the same id until its answer
 * is known. While selling is stopped, no funds are requested.
 */
@ApplicationScoped
public class ValueDownloads {

    private static final Logger LOG = System.getLogger(ValueDownloads.class.getName());

    @Inject
    Fundings fundings;

    @Inject
    AuthorityClient authority;

    @Inject
    SellingStop stop;

    /**
     * Continues the PSD's open funding if there is one, otherwise opens one of this amount; never inside a transaction.
     *
     * @param head the newest entry; its owner is the requester
     */
    public FundingAnswer download(LedgerEntry head, Money amount) {
        PsdSerial psd = head.psd();
        Funding funding = fundings.openFor(psd.value())
                .orElseGet(() -> fundings.open(
                        Ownership.saidBy(head), amount, head.registers().controlTotal()));
        return ask(psd, funding);
    }

    /** Continues the PSD's open funding; empty if there is none. */
    public Optional<FundingAnswer> finish(PsdSerial psd) {
        return fundings.openFor(psd.value()).map(funding -> ask(psd, funding));
    }

    private FundingAnswer ask(PsdSerial psd, Funding funding) {
        if (stop.isStopped()) {
            return new FundingAnswer.Unknown();
        }
        Reply reply = authority.put(
                "/v1/psds/" + psd.value() + "/downloads/" + funding.id(),
                StrictJson.PROVIDER
                        .createObjectBuilder()
                        .add("amount", funding.amount().mills())
                        .add("controlTotal", funding.controlTotal().mills())
                        .build());
        if (reply instanceof Reply.Answered answered && answered.isOk()) {
            return closed(funding, answered.body());
        }
        LOG.log(Level.WARNING, "Funding {0} of PSD {1} stays open: {2}", funding.id(), psd, reply);
        return new FundingAnswer.Unknown();
    }

    private FundingAnswer closed(Funding funding, JsonObject answer) {
        return switch (answer.getString("state", "")) {
            case "granted" -> granted(funding, answer);
            case "refused" -> {
                String reason = answer.getString("reason", "refused");
                fundings.refused(funding.id(), reason);
                yield new FundingAnswer.Refused(funding.amount(), reason);
            }
            default -> new FundingAnswer.Unknown();
        };
    }

    private static FundingAnswer granted(Funding funding, JsonObject answer) {
        if (!(answer.get("amount") instanceof JsonNumber amount) || !amount.isIntegral()) {
            LOG.log(Level.WARNING, "Funding {0} was granted without an amount", funding.id());
            return new FundingAnswer.Unknown();
        }
        if (!amount.bigIntegerValue().equals(BigInteger.valueOf(funding.amount().mills()))) {
            throw new LedgerMismatch("the authority granted " + amount + " mills on funding " + funding.id() + " of "
                    + funding.amount());
        }
        return new FundingAnswer.Granted(funding);
    }
}
