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

/**
 * Which caller advances an order, and how long the order then rests, by the database's clock. A lease only saves work:
 * each step is a conditional update anyway.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OrderLeases {

    /** The length of an order's lease. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final String TAKE = "update postage_order set lease_holder = :holder,"
            + " lease_until = now() + make_interval(secs => :seconds) where id = :id"
            + " and (lease_holder is null or lease_holder = :holder or lease_until < now())";
    private static final String REST = "update postage_order set lease_holder = null,"
            + " lease_until = now() + make_interval(secs => :seconds) where id = :id and lease_holder = :holder";
    private static final String RESTING = "select id from postage_order where state in "
            + OrderState.sql(OrderState.UNFINISHED)
            + " and coalesce(lease_until, placed_at + interval '10 seconds') < now() order by state in "
            + OrderState.sql(OrderState.UNPAID) + ", coalesce(lease_until, placed_at) limit :most";

    @Inject
    private Jdbi jdbi;

    /** Takes or keeps the lease; meanwhile no other caller advances the order. */
    public boolean take(UUID order, String holder) {
        return update(TAKE, order, holder, LEASE) == 1;
    }

    /** Releases the lease. The recovery job skips the order for this long; any other caller may continue at once. */
    public void rest(UUID order, String holder, Duration rest) {
        update(REST, order, holder, rest);
    }

    private int update(String sql, UUID order, String holder, Duration time) {
        return jdbi.withHandle(handle -> handle.createUpdate(sql)
                .bind("id", order)
                .bind("holder", holder)
                .bind("seconds", time.toSeconds())
                .execute());
    }

    /**
     * Returns unfinished orders without a lease whose rest is over: first those that are paid for, then those that wait
     * for the consumer to pay, each longest resting first.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<UUID> resting(int most) {
        return jdbi.withHandle(handle ->
                handle.createQuery(RESTING).bind("most", most).mapTo(UUID.class).list());
    }
}
