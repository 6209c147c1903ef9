package org.stampwright.postage.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.stampwright.postage.orderstate.OrderRef;

/**
 * The attempts at franking that this instance is at, which of its owners has each, and who waits for them. An attempt, not
 * an order: one that was taken back and came here again is another. What became of an order is in its row, and losing this
 * loses nothing; but what is left behind here is never taken up again, so whoever has an attempt sees to it that it leaves.
 */
@ApplicationScoped
public class AttemptsInFlight {

    private final ConcurrentMap<OrderRef, Stay> here = new ConcurrentHashMap<>();

    private static final class Stay {
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private volatile Object host;
    }

    /** @return false if it is here already */
    public boolean enter(OrderRef attempt) {
        return here.putIfAbsent(attempt, new Stay()) == null;
    }

    /** This host has it from now on, and will see it off. */
    void isWith(Object host, OrderRef attempt) {
        Stay stay = here.get(attempt);
        if (stay != null) {
            stay.host = host;
        }
    }

    /** It got as far as this instance takes it, or was given up. */
    public void leave(OrderRef attempt) {
        Stay left = here.remove(attempt);
        if (left != null) {
            left.end.complete(null);
        }
    }

    /** Whatever this host still has leaves: it does nothing more about it. */
    void leaveAllOf(Object host) {
        here.forEach((attempt, stay) -> {
            if (stay.host == host) {
                leave(attempt);
            }
        });
    }

    /** Waits until it has left, at most so long. */
    public void await(OrderRef attempt, Duration atMost) {
        Stay stay = here.get(attempt);
        if (stay == null) {
            return;
        }
        try {
            stay.end.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            // The row says how far it got.
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
