package org.stampwright.postage.order;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.WaitsFor;

/**
 * The steps of an order that this feature owns, each one transaction and in it one conditional update on
 * (id, state, attempt), with what belongs to it. A step answers false when zero rows were hit: somebody else went on.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OrderSteps {

    /** How long an order's lease holds, by the database's clock. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final String WHERE = " where id = cast(?1 as uuid) and state = ?2 and attempt = ?3";

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    @Inject
    private LabelSheets sheets;

    /** What the next step depends on. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<OrderFacts> facts(UUID order) {
        List<?> rows = entities.createNativeQuery(
                        "select o.state, o.attempt, o.channel, o.total, o.pieces,"
                                + " o.payment_method, coalesce(o.guest_email, case when a.kind = 'consumer' then a.login end), o.reason,"
                                + " o.detail, o.waits_for, now() > o.placed_at + interval '5 minutes'"
                                + " from postage_order o left join account a on a.id = o.account_id where o.id = cast(?1 as uuid)")
                .setParameter(1, order.toString())
                .getResultList();
        return rows.stream().findFirst().map(row -> OrderFacts.of(order, (Object[]) row));
    }

    /** Takes or keeps the lease; nobody else takes the order further meanwhile. */
    public boolean lease(UUID order, String holder) {
        return entities.createNativeQuery("update postage_order set lease_holder = ?2,"
                                + " lease_until = now() + make_interval(secs => ?3) where id = cast(?1 as uuid)"
                                + " and (lease_holder is null or lease_holder = ?2 or lease_until < now())")
                        .setParameter(1, order.toString())
                        .setParameter(2, holder)
                        .setParameter(3, LEASE.toSeconds())
                        .executeUpdate()
                == 1;
    }

    /** Gives the lease back; the sweep lets the order rest that long, anyone else may go on at once. */
    public void rest(UUID order, String holder, Duration rest) {
        entities.createNativeQuery(
                        "update postage_order set lease_holder = null,"
                                + " lease_until = now() + make_interval(secs => ?3) where id = cast(?1 as uuid) and lease_holder = ?2")
                .setParameter(1, order.toString())
                .setParameter(2, holder)
                .setParameter(3, rest.toSeconds())
                .executeUpdate();
    }

    /**
     * Unfinished orders that nobody is at and that have rested: first those that are paid for, then those that wait for
     * somebody to pay, each longest resting first.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<UUID> resting(int most) {
        List<?> ids = entities.createNativeQuery("select cast(id as text) from postage_order where state in "
                        + OrderState.sql(OrderState.UNFINISHED)
                        + " and coalesce(lease_until, placed_at + interval '10 seconds') < now()"
                        + " order by state in " + OrderState.sql(OrderState.UNPAID)
                        + ", coalesce(lease_until, placed_at) limit ?1")
                .setParameter(1, most)
                .getResultList();
        return ids.stream().map(id -> UUID.fromString((String) id)).toList();
    }

    /** Names whom the order waits for. */
    public boolean waits(Standing at, WaitsFor waitsFor) {
        return update("waits_for = ?4", at, waitsFor) == 1;
    }

    /** Placed → requires-action. */
    public boolean requiresAction(Standing at) {
        return update("state = 'requires-action', waits_for = ?4", at, WaitsFor.CONSUMER) == 1;
    }

    /** Placed or requires-action → held. */
    public boolean held(Standing at) {
        return update("state = 'held', waits_for = ?4", at, null) == 1;
    }

    /** Receipted → captured: the labels are used, a sheet that was nobody's is the buyer's. */
    public boolean captured(Standing at) {
        if (update("state = 'captured', waits_for = ?4", at, null) == 0) {
            return false;
        }
        PostageOrder order = entities.find(PostageOrder.class, at.order());
        sheets.use(at.order(), order.sheet().withoutCheck(), order.owner());
        return true;
    }

    /** Captured → released. */
    public boolean released(Standing at) {
        return update("state = 'released', settled_at = now(), waits_for = ?4", at, null) == 1;
    }

    /** Released → printed; an order that was printed before stays so. */
    public void printed(UUID order) {
        entities.createNativeQuery("update postage_order set state = 'printed', version = version + 1"
                        + " where id = cast(?1 as uuid) and state = 'released'")
                .setParameter(1, order.toString())
                .executeUpdate();
    }

    /**
     * To declined, cancelled or expired: the labels are free again. Only after the card company let everything go: a
     * payment that was begun meanwhile, which locks the order's row too, keeps the order.
     */
    public boolean undone(Standing at, Undoing undoing) {
        entities.createNativeQuery("select 1 from postage_order where id = cast(?1 as uuid) for update")
                .setParameter(1, at.order().toString())
                .getResultList();
        int rows = entities.createNativeQuery("update postage_order set state = ?4, reason = ?5, detail = ?6,"
                        + " waits_for = null, settled_at = now(), version = version + 1" + WHERE
                        + " and not exists (select 1 from payment p where p.order_id = postage_order.id"
                        + " and p.state not in ('declined', 'cancelled', 'expired'))")
                .setParameter(1, at.order().toString())
                .setParameter(2, at.state().text())
                .setParameter(3, at.attempt())
                .setParameter(4, undoing.end().text())
                .setParameter(5, undoing.reason().slug())
                .setParameter(6, undoing.detail())
                .executeUpdate();
        if (rows == 1) {
            sheets.giveBack(at.order());
        }
        return rows == 1;
    }

    private int update(String change, Standing at, WaitsFor value) {
        return entities.createNativeQuery("update postage_order set " + change + ", version = version + 1" + WHERE)
                .setParameter(1, at.order().toString())
                .setParameter(2, at.state().text())
                .setParameter(3, at.attempt())
                .setParameter(4, value == null ? null : value.text())
                .executeUpdate();
    }
}
