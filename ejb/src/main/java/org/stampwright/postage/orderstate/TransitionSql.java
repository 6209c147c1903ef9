package org.stampwright.postage.orderstate;

import org.stampwright.postage.comparison.SellingStop;

/** The statements of {@link OrderTransitions}, over {@code postage_order o}. */
final class TransitionSql {

    /** The length of the driver's lease, which its steps extend. */
    static final int LEASE_SECONDS = 30;

    static final String LEASE_END = "now() + interval '" + LEASE_SECONDS + " seconds'";

    private static final String LEASED = ", lease_until = " + LEASE_END;

    static final String RETURNING = " returning " + OrderSnapshot.COLUMNS;
    static final String AT = " where o.id = :id and o.state = :from and o.attempt = :attempt";
    static final String UNCLAIM = "state = 'held', attempt = o.attempt + 1, franked_by = null, claimed_at = null";
    static final String AMONG = "(o.id, o.attempt) in (select * from unnest(:ids, :attempts))";
    static final String NOTHING_HELD = " and not exists (select from payment p where p.order_id = o.id"
            + " and p.state not in ('declined', 'cancelled', 'expired'))";
    static final String ON_SUSPENDED = "exists (select from indicium_content c join psd p"
            + " on p.serial = c.psd where c.order_id = o.id and c.attempt = o.attempt and p.state <> 'active'"
            + " and (o.state = 'signed' or exists (select from psd_difference d where d.psd = p.serial)))"
            + " and o.waits_for is distinct from 'operator'";

    static final String MAY_FRANK = "exists (select from server_system s where s.id = n.server"
            + " and s.state = 'admitted' and s.role in ('processing', 'both')) and " + SellingStop.NONE + " and "
            + SellingStop.PLACED_SINCE;
    static final String HOLD = "with due as (select o.id, n.payment, n.server, " + MAY_FRANK
            + " as claimable from unnest(:ids, :attempts, :payments, :servers) as n(id, attempt, payment, server)"
            + " join postage_order o on o.id = n.id and o.attempt = n.attempt where o.state in "
            + OrderState.sql(OrderState.UNPAID) + " order by o.id for update of o), paid as (update payment p"
            + " set state = case p.state when 'captured' then p.state else 'held' end, version = p.version + 1"
            + " from due where p.order_id = due.id and p.number = due.payment and p.state in "
            + "('open', 'requires-action', 'held', 'captured') returning p.order_id) "
            + update("state = case when claimable then 'claimed' else 'held' end, held_at = now(),"
                    + " franked_by = case when claimable then server end,"
                    + " claimed_at = case when claimable then now() end,"
                    + " waits_for = case when claimable then 'server-system' end" + LEASED)
            + " from due join paid on paid.order_id = due.id where o.id = due.id" + RETURNING;
    static final String CLAIM = "with due as (select o.id, n.server from"
            + " unnest(:ids, :attempts, :servers) as n(id, attempt, server)"
            + " join postage_order o on o.id = n.id and o.attempt = n.attempt where o.state = 'held' and " + MAY_FRANK
            + " order by o.id for update of o) "
            + update("state = 'claimed', franked_by = due.server, claimed_at = now(), waits_for = 'server-system',"
                    + " reason = null, detail = null" + LEASED)
            + " from due where o.id = due.id" + RETURNING;
    static final String CAPTURE = "with due as (select o.id, o.total, n.payment from"
            + " unnest(:ids, :attempts, :payments) as n(id, attempt, payment)"
            + " join postage_order o on o.id = n.id and o.attempt = n.attempt where o.state = 'receipted'"
            + " order by o.id for update of o), paid as (update payment p set state = 'captured',"
            + " captured = p.amount, version = p.version + 1 from due where p.order_id = due.id"
            + " and p.number = due.payment and p.amount = due.total and p.state in"
            + " ('open', 'requires-action', 'held', 'captured') returning p.order_id) "
            + update("state = 'released', settled_at = now(), waits_for = null")
            + " from due join paid on paid.order_id = due.id where o.id = due.id" + RETURNING;

    private TransitionSql() {}

    static String update(String change) {
        return "update postage_order o set " + change + ", version = o.version + 1";
    }
}
