package org.stampwright.postage.franking;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.stampwright.postage.comparison.HeadComparison;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.ledger.Releases;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.orderstate.OrderTransitions;

/**
 * Recovers orders whose PSD has no working owner. The pieces of orders without a signature are abandoned, and the order
 * is held again at its next attempt, to be franked by another server system or cancelled. Orders with a signature are
 * marked as waiting for the operator. The authority's heads are compared before a piece is abandoned, and while selling
 * is stopped none is: its stamp may have been signed in a part of the database that is lost. Every instance runs this
 * job, also one that only serves the web, since the responsible instance is absent; two concurrent runs change nothing
 * twice. A run throws no exception, since the server would end the schedule.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class StrandedOrderJob {

    private static final Logger LOG = System.getLogger(StrandedOrderJob.class.getName());

    @Inject
    StrandedOrders stranded;

    @Inject
    Releases releases;

    @Inject
    HeadComparison comparison;

    @Inject
    SellingStop stop;

    @Inject
    OrderTransitions orders;

    @Schedule(
            hour = "*",
            minute = "*",
            second = "3/10",
            persistent = false,
            info = "orders on PSDs without a working owner")
    public void run() {
        try {
            if (!stranded.unsigned().isEmpty() && comparison.run() && !stop.isStopped()) {
                stranded.unsigned().forEach(this::abandon);
            }
            orders.waitForOperator();
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Stranded orders will be retried", fault);
        }
    }

    private void abandon(OrderRef order) {
        try {
            if (releases.abandon(order)) {
                LOG.log(Level.WARNING, "Order {0} will be franked again: its PSD has no working owner", order.id());
            }
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Order " + order.id() + " could not be abandoned now", fault);
        }
    }
}
