package org.stampwright.postage.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stampwright.postage.batch.Batches;
import org.stampwright.postage.batch.OrdersUnderway;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.OrderTransitions.Claim;
import org.stampwright.postage.orderstate.OrderTransitions.Hold;
import org.stampwright.postage.server.Candidate;
import org.stampwright.postage.server.ServerSystems;

/**
 * Selects a server system for orders that are held, and claims them for it, in the commit that records the hold. Each
 * order takes one turn of the selection procedure, and keeps it if the commit is repeated.
 */
@ApplicationScoped
class OrderClaims {

    private static final int MOST_AT_ONCE = 64;

    private final OrderTransitions orders;
    private final ServerSystems systems;
    private final Batches<Turn, Optional<OrderSnapshot>> holds;
    private final Batches<Turn, Optional<OrderSnapshot>> claims;

    protected OrderClaims() {
        this(null, null, null);
    }

    @Inject
    OrderClaims(OrderTransitions orders, ServerSystems systems, OrdersUnderway underway) {
        this.orders = orders;
        this.systems = systems;
        this.holds = new Batches<>(MOST_AT_ONCE, underway, this::hold);
        this.claims = new Batches<>(MOST_AT_ONCE, underway, this::claim);
    }

    /** An order with its turn, once that is taken. */
    private static final class Turn {
        private final OrderRef order;
        private final int payment;
        private boolean taken;
        private Long server;

        private Turn(OrderRef order, int payment) {
            this.order = order;
            this.payment = payment;
        }
    }

    /**
     * Records that the company holds the amount, and claims the order.
     *
     * @param payment the number of its payment
     * @return the row after it: claimed, or held if no server system could be selected; empty if the order has advanced
     */
    Optional<OrderSnapshot> held(OrderSnapshot order, int payment) {
        return holds.submit(new Turn(order.ref(), payment));
    }

    /** Claims a held order; empty if no server system can be selected now, or the order has advanced. */
    Optional<OrderSnapshot> claimed(OrderSnapshot order) {
        return claims.submit(new Turn(order.ref(), 0));
    }

    private List<Optional<OrderSnapshot>> hold(List<Turn> turns) {
        take(turns);
        return orders.held(turns.stream()
                .map(turn -> new Hold(turn.order, turn.payment, turn.server))
                .toList());
    }

    private List<Optional<OrderSnapshot>> claim(List<Turn> turns) {
        take(turns);
        List<Turn> selected = turns.stream().filter(turn -> turn.server != null).toList();
        List<Optional<OrderSnapshot>> claimed = orders.claimed(selected.stream()
                .map(turn -> new Claim(turn.order, turn.server))
                .toList());
        return turns.stream()
                .map(turn ->
                        turn.server == null ? Optional.<OrderSnapshot>empty() : claimed.get(selected.indexOf(turn)))
                .toList();
    }

    private void take(List<Turn> turns) {
        List<Turn> open = turns.stream().filter(turn -> !turn.taken).toList();
        if (open.isEmpty()) {
            return;
        }
        List<List<Candidate>> selected = systems.selectionOrders(open.size());
        IntStream.range(0, open.size()).forEach(i -> {
            open.get(i).taken = true;
            open.get(i).server =
                    selected.get(i).stream().findFirst().map(Candidate::id).orElse(null);
        });
    }
}
