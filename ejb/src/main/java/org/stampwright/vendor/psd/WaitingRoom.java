package org.stampwright.vendor.psd;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The orders that this instance is franking at the moment, and who waits for them. Only a convenience: what became of an
 * order is in its row, and losing this loses nothing.
 */
@ApplicationScoped
public class WaitingRoom {

    private final ConcurrentMap<UUID, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    /** @return false if the order is here already */
    boolean enter(UUID order) {
        return waiting.putIfAbsent(order, new CompletableFuture<>()) == null;
    }

    /** The order got as far as this instance takes it, or was given up. */
    void leave(UUID order) {
        CompletableFuture<Void> left = waiting.remove(order);
        if (left != null) {
            left.complete(null);
        }
    }

    /** Waits until the order has left, at most so long. */
    void await(UUID order, Duration atMost) {
        CompletableFuture<Void> present = waiting.get(order);
        if (present == null) {
            return;
        }
        try {
            present.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            // The row says how far it got.
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
