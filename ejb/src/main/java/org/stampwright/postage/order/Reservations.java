package org.stampwright.postage.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.postage.label.Buyer;
import org.stampwright.postage.orderstate.Channel;
import org.stampwright.postage.orderstate.OrderState;

/** Limits how many unpaid orders, each with reserved labels, one account and one address may have at a time. */
@Stateless
public class Reservations {

    private static final String UNPAID = "select count(*) from postage_order where unfinished and state in "
            + OrderState.sql(OrderState.UNPAID) + " and ";

    private static final String LEFT_UNPAID = "select count(*) from postage_order where sheet = :sheet"
            + " and account_id is null and placed_at > now() - interval '1 day' and remote_address = :network"
            + " and channel = 'storefront' and state in ('expired', 'cancelled')";

    @Inject
    Jdbi jdbi;

    @Inject
    @ConfigProperty(name = "stampwright.limits.unpaid-orders-left-by-guest", defaultValue = "3")
    private int leftByGuest;

    @Inject
    @ConfigProperty(name = "stampwright.limits.unpaid-orders", defaultValue = "20")
    private int ofConsumer;

    @Inject
    @ConfigProperty(name = "stampwright.limits.unpaid-orders-of-address", defaultValue = "40")
    private int ofAddress;

    @Inject
    @ConfigProperty(name = "stampwright.limits.unpaid-orders-of-client", defaultValue = "200")
    private int ofClient;

    /**
     * Identifies guests by their network alone, API clients by their account alone. A guest who left orders on the same
     * sheet unpaid gets no further reservation there for a day: otherwise they could keep its owner from it for ever.
     */
    public boolean tooMany(Buyer buyer, Channel channel, LabelSerial sheet) {
        if (buyer.accountId() == null && leftUnpaid(buyer.remoteAddress(), sheet) >= leftByGuest) {
            return true;
        }
        if (channel == Channel.API) {
            return unpaid("account_id = :subject", buyer.accountId()) >= ofClient;
        }
        int own = buyer.accountId() == null
                ? unpaid(
                        "channel = 'storefront' and account_id is null and remote_address = :subject",
                        buyer.remoteAddress())
                : unpaid("account_id = :subject", buyer.accountId());
        return own >= ofConsumer
                || unpaid("channel = 'storefront' and remote_address = :subject", buyer.remoteAddress()) >= ofAddress;
    }

    private int leftUnpaid(String network, LabelSerial sheet) {
        return jdbi.withHandle(handle -> handle.createQuery(LEFT_UNPAID)
                .bind("network", network)
                .bind("sheet", sheet.withoutCheck())
                .mapTo(Integer.class)
                .one());
    }

    private int unpaid(String whose, Object subject) {
        return jdbi.withHandle(handle -> handle.createQuery(UNPAID + whose)
                .bind("subject", subject)
                .mapTo(Integer.class)
                .one());
    }
}
