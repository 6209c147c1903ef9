package org.stampwright.postage.workflow;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;

/**
 * Which instance advances an order, the order's driver, and how long the order then rests, by the database's clock. The
 * driver's steps extend its lease by themselves, so a purchase that goes through writes no row for the lease alone. A
 * lease only saves work: each step is a conditional update anyway.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OrderLeases {

    private static final String FREE = " and (driver_id is null or driver_id = :driver or lease_until < now())";
    private static final String TAKE = "update postage_order set driver_id = :driver,"
            + " lease_until = now() + make_interval(secs => :seconds) where id = :id and unfinished" + FREE;
    private static final String REST = "update postage_order set driver_id = null,"
            + " lease_until = now() + make_interval(secs => :seconds) where id = :id and unfinished"
            + " and driver_id = :driver";
    private static final String TAKE_RESTED = "with due as (select id from postage_order where unfinished"
            + " and (state in " + OrderState.sql(OrderState.UNPAID) + ") = :unpaid"
            + " and coalesce(lease_until, placed_at + interval '10 seconds') < now()"
            + " order by placed_at, id limit :most for update skip locked)"
            + " update postage_order o set driver_id = :driver, lease_until = now() + make_interval(secs => :seconds)"
            + " from due where o.id = due.id returning o.id";

    @Inject
    private Jdbi jdbi;

    /** Takes or keeps the lease of an unfinished order; meanwhile no other instance advances it. */
    public boolean take(UUID order, long driver) {
        return update(TAKE, order, driver, OrderTransitions.LEASE) == 1;
    }

    /** Releases the lease. The recovery job skips the order for this long; any other caller may continue at once. */
    public void rest(UUID order, long driver, Duration rest) {
        update(REST, order, driver, rest);
    }

    private int update(String sql, UUID order, long driver, Duration time) {
        return jdbi.withHandle(handle -> handle.createUpdate(sql)
                .bind("id", order)
                .bind("driver", driver)
                .bind("seconds", time.toMillis() / 1000.0)
                .execute());
    }

    /**
     * Takes the leases of unfinished orders whose driver's lease has ended or whose rest is over, the oldest first.
     *
     * @param unpaid whether to take those that wait to be paid, or those that are paid
     */
    public List<UUID> takeRested(boolean unpaid, int most, long driver) {
        return jdbi.withHandle(handle -> handle.createQuery(TAKE_RESTED)
                .bind("unpaid", unpaid)
                .bind("most", most)
                .bind("driver", driver)
                .bind("seconds", (double) OrderTransitions.LEASE.toSeconds())
                .mapTo(UUID.class)
                .list());
    }
}
