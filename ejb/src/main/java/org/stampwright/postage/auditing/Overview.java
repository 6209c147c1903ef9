package org.stampwright.postage.auditing;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.indicium.Money;
import org.stampwright.postage.account.Operator;
import org.stampwright.postage.authority.AuthorityClient;
import org.stampwright.postage.authority.Reply;

/** The first page of the operator's console. No transaction is open, because the authority is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Overview {

    private static final String PSDS = "select coalesce(sum(descending), 0) from psd where state <> 'withdrawn'";
    private static final String PSD_COUNT = "select count(*) from psd where state <> 'withdrawn'";
    private static final String HELD = "select coalesce(sum(amount), 0) from payment where state = 'held'";
    private static final String CAPTURED = "select coalesce(sum(p.captured), 0) from payment p"
            + " join postage_order o on o.id = p.order_id"
            + " where o.settled_at >= date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'";
    private static final String UNFINISHED = "select count(*) from postage_order where state not in"
            + " ('draft', 'released', 'printed', 'declined', 'cancelled', 'expired')";

    @Inject
    Jdbi jdbi;

    @Inject
    private AuthorityClient authority;

    @Inject
    private Findings findings;

    public OverviewNow now(Operator operator) {
        return new OverviewNow(
                balance(),
                Money.ofMills(number(PSDS)),
                (int) number(PSD_COUNT),
                Money.ofMills(number(HELD)),
                Money.ofMills(number(CAPTURED)),
                (int) number(UNFINISHED),
                findings.latest());
    }

    private Money balance() {
        return authority.get("/v1/licence") instanceof Reply.Answered answered && answered.isOk()
                ? Money.ofMills(answered.body().getJsonNumber("balance").longValueExact())
                : null;
    }

    private long number(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
