package org.stampwright.postage.franking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stampwright.postage.ledger.Unfrankable;
import org.stampwright.postage.ledger.WaitingOrder;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.postage.worker.AttemptsInFlight;
import org.stampwright.postage.worker.OwnedPsds;

/**
 * The receiving side of a hand-over: queues orders that are claimed for this instance at its PSDs, each attempt at most
 * once. The claim in the database decides, not the caller. A hold that the card company confirmed within the last
 * minute is trusted; an older one is asked about first.
 */
@ApplicationScoped
public class HandOverIntake {

    private static final Logger LOG = System.getLogger(HandOverIntake.class.getName());
    private static final String NO_PSD = "no PSD is at work here";

    @Inject
    OrderTransitions orders;

    @Inject
    ClaimedOrders claimed;

    @Inject
    HoldChecks holds;

    @Inject
    AttemptsInFlight inFlight;

    @Inject
    OwnedPsds psds;

    @Inject
    ThisInstance instance;

    /**
     * Takes orders that are claimed for this instance.
     *
     * @return for each order that it cannot frank now, why; the others are queued here or franked already
     */
    public Map<UUID, String> take(Collection<UUID> ids) {
        Map<UUID, String> refused = new HashMap<>();
        List<OrderRef> fresh = new ArrayList<>();
        for (OrderSnapshot order : orders.find(ids)) {
            if (!order.isFrankedBy(instance.id())) {
                refused.put(order.id(), "it is not claimed for this server system");
            } else if (order.state() == OrderState.CLAIMED) {
                if (!psds.isReady()) {
                    refused.put(order.id(), NO_PSD);
                } else if (inFlight.enter(order.ref(), order.driver())) {
                    if (order.heldRecently()) {
                        fresh.add(order.ref());
                    } else {
                        holds.check(order.ref(), this::queue);
                    }
                }
            }
        }
        refused.putAll(queue(fresh));
        return refused;
    }

    /** Queues attempts that are registered as in flight; returns why for each that was not queued. */
    private Map<UUID, String> queue(List<OrderRef> attempts) {
        Map<UUID, String> refused = new HashMap<>();
        Set<OrderRef> left = new HashSet<>(attempts);
        try {
            if (!attempts.isEmpty()) {
                ClaimedOrders.Read read = claimed.read(attempts);
                read.orders().stream()
                        .filter(order -> left.contains(order.ref()))
                        .forEach(order -> {
                            if (put(order)) {
                                left.remove(order.ref());
                            } else {
                                refused.put(order.id(), NO_PSD);
                            }
                        });
                read.unfit().stream()
                        .filter(unfit -> left.contains(unfit.order()))
                        .forEach(this::giveBack);
            }
        } finally {
            inFlight.leave(left);
        }
        return refused;
    }

    private boolean put(WaitingOrder order) {
        return psds.select(order.total()).filter(psd -> psd.accept(order)).isPresent();
    }

    private void giveBack(Unfrankable cannot) {
        LOG.log(Level.ERROR, "An order was given back", cannot);
        orders.givenBack(cannot.order(), Unfrankable.KIND, Unfrankable.detail());
    }
}
