package org.stampwright.postage.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.stampwright.postage.batch.OrdersUnderway;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.server.ThisInstance;

/** The orders that threads of this instance advance at the moment, one thread each, with this instance as driver. */
@ApplicationScoped
class OrdersInHand {

    private final OrderTransitions orders;
    private final OrderLeases leases;
    private final ThisInstance instance;
    private final OrdersUnderway underway;
    private final Set<UUID> here = ConcurrentHashMap.newKeySet();

    protected OrdersInHand() {
        this(null, null, null, null);
    }

    @Inject
    OrdersInHand(OrderTransitions orders, OrderLeases leases, ThisInstance instance, OrdersUnderway underway) {
        this.orders = orders;
        this.leases = leases;
        this.instance = instance;
        this.underway = underway;
    }

    /** An order with its lease. Used by one thread. */
    final class InHand {
        private final OrderSnapshot order;
        private final long driver;
        private long renewed = System.nanoTime();

        private InHand(OrderSnapshot order, long driver) {
            this.order = order;
            this.driver = driver;
        }

        /** Returns the row as it was when this instance took the lease. */
        OrderSnapshot order() {
            return order;
        }

        /** Renews the lease if it is older than this; returns false if another instance has taken it. */
        boolean renew(Duration age) {
            long now = System.nanoTime();
            if (now - renewed > age.toNanos()) {
                if (!leases.take(order.id(), driver)) {
                    return false;
                }
                renewed = now;
            }
            return true;
        }

        /** Releases the lease of an order that is not settled; the recovery job skips it for this long. */
        void rest(Duration rest) {
            leases.rest(order.id(), driver, rest);
        }
    }

    /** Does this with the order if this instance can be its driver; empty if another caller advances it. */
    <T> Optional<T> with(UUID id, Function<InHand, T> work) {
        if (!here.add(id)) {
            return Optional.empty();
        }
        underway.begin();
        try {
            return taken(id).map(work);
        } finally {
            underway.end();
            here.remove(id);
        }
    }

    private Optional<InHand> taken(UUID id) {
        long driver = instance.isRegistered() ? instance.id() : 0;
        Optional<OrderSnapshot> found = orders.find(id);
        if (found.isEmpty()
                || !found.get().state().isUnfinished()
                || found.get().isDrivenBy(driver)) {
            return found.map(order -> new InHand(order, driver));
        }
        return found.get().isFree(driver) && leases.take(id, driver)
                ? orders.find(id).map(order -> new InHand(order, driver))
                : Optional.empty();
    }
}
