package org.stampwright.postage.franking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.postage.orderstate.OrderRef;

/**
 * Orders that were franked on a PSD without a working owner: the PSD is suspended, or its owner has been silent for too
 * long.
 */
@Stateless
public class StrandedOrders {

    /**
     * A lease lasts 15 seconds, and a living instance takes over a dead owner's PSD soon after. A PSD that has been
     * without an owner for longer was not taken over.
     */
    private static final String UNSIGNED =
            "select distinct o.id, o.attempt from postage_order o join indicium_content c"
                    + " on c.order_id = o.id and c.attempt = o.attempt join psd p on p.serial = c.psd"
                    + " where o.state = 'franked'"
                    + " and (p.state <> 'active' or p.lease_until < now() - interval '45 seconds')"
                    + " and not exists (select 1 from psd_difference d where d.psd = p.serial) limit 200";

    @Inject
    Jdbi jdbi;

    /**
     * Returns franked orders without a signature that no instance will sign soon. Excludes orders on a PSD on which the
     * authority is ahead of this database: their stamps may have been signed, and printed, in the lost part.
     */
    public List<OrderRef> unsigned() {
        return jdbi.withHandle(handle -> handle.createQuery(UNSIGNED)
                .map((row, context) -> new OrderRef(row.getObject("id", UUID.class), row.getInt("attempt")))
                .list());
    }
}
