package org.stampwright.vendor.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.vendor.label.Buyer;

/** How many unpaid orders, each with labels reserved, one account (or one address of guests) may have at a time. */
@Stateless
public class Reservations {

    private static final String UNPAID = "select count(*) from postage_order"
            + " where state in ('placed', 'requires-action') and ";

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;
    @Inject
    @ConfigProperty(name = "stampwright.limits.unpaid-orders", defaultValue = "20")
    private int ofConsumer;
    @Inject
    @ConfigProperty(name = "stampwright.limits.unpaid-orders-of-client", defaultValue = "200")
    private int ofClient;

    public boolean tooMany(Buyer buyer, Channel channel) {
        Number unpaid = (Number) (buyer.accountId() == null
                ? entities.createNativeQuery(UNPAID + "account_id is null and remote_address = ?1")
                        .setParameter(1, buyer.remoteAddress())
                : entities.createNativeQuery(UNPAID + "account_id = ?1").setParameter(1, buyer.accountId()))
                .getSingleResult();
        return unpaid.intValue() >= (channel == Channel.API ? ofClient : ofConsumer);
    }
}
