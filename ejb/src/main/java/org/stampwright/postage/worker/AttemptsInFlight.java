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
 * The franking attempts in flight on this instance, the owner that has each, and the threads that wait for them. The
 * key is the attempt, not the order: an order that was taken back and came here again is a new attempt. An order's
 * outcome is in its row, so a lost entry costs nothing. But an entry left behind here is never resumed, so the holder
 * of an attempt must release it.
 */
@ApplicationScoped
public class AttemptsInFlight {

    private final ConcurrentMap<OrderRef, Stay> here = new ConcurrentHashMap<>();

    private static final class Stay {
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private volatile Object host;
    }

    /**
     * Registers an attempt.
     *
     * @return false if it is registered already
     */
    public boolean enter(OrderRef attempt) {
        return here.putIfAbsent(attempt, new Stay()) == null;
    }

    /** Assigns the attempt to this host, which releases it from now on. */
    void isWith(Object host, OrderRef attempt) {
        Stay stay = here.get(attempt);
        if (stay != null) {
            stay.host = host;
        }
    }

    /** Releases an attempt that is finished on this instance or was given up. */
    public void leave(OrderRef attempt) {
        Stay left = here.remove(attempt);
        if (left != null) {
            left.end.complete(null);
        }
    }

    /** Releases all attempts of this host, which stops work on them. */
    void leaveAllOf(Object host) {
        here.forEach((attempt, stay) -> {
            if (stay.host == host) {
                leave(attempt);
            }
        });
    }

    /** Waits at most this long until the attempt was released. */
    public void await(OrderRef attempt, Duration atMost) {
        Stay stay = here.get(attempt);
        if (stay == null) {
            return;
        }
        try {
            stay.end.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            // The caller reads the progress from the row.
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
