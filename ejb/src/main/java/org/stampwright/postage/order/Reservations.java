package org.stampwright.postage.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.postage.label.Buyer;
import org.stampwright.postage.orderstate.Channel;
import org.stampwright.postage.orderstate.OrderState;

/** Limits how many unpaid orders, each with reserved labels, one account and one address may have at a time. */
@Stateless
public class Reservations {

    private static final String UNPAID = "select count(*) from postage_order where unfinished and state in "
            + OrderState.sql(OrderState.UNPAID) + " and ";

    @Inject
    Jdbi jdbi;

    @Inject
    @ConfigProperty(name = "stampwright.limits.unpaid-orders", defaultValue = "20")
    private int ofConsumer;

    @Inject
    @ConfigProperty(name = "stampwright.limits.unpaid-orders-of-address", defaultValue = "40")
    private int ofAddress;

    @Inject
    @ConfigProperty(name = "stampwright.limits.unpaid-orders-of-client", defaultValue = "200")
    private int ofClient;

    /** Identifies guests by their address alone, API clients by their account alone. */
    public boolean tooMany(Buyer buyer, Channel channel) {
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

    private int unpaid(String whose, Object subject) {
        return jdbi.withHandle(handle -> handle.createQuery(UNPAID + whose)
                .bind("subject", subject)
                .mapTo(Integer.class)
                .one());
    }
}
