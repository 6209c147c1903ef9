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
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.postage.worker.OwnedPsds;

/**
 * Takes up again what this instance has claimed and is not at. The card company is asked about each first, and where it is
 * silent that takes its time: so this has a schedule of its own, does some at once, and one order that throws keeps no
 * other waiting. A turn throws nothing: the server would end the schedule.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ClaimedOrderJob {

    private static final Logger LOG = System.getLogger(ClaimedOrderJob.class.getName());
    private static final int AT_ONCE = 8;

    private final AtomicBoolean atIt = new AtomicBoolean();

    @Inject
    Franking franking;

    @Inject
    ClaimedOrders claimed;

    @Inject
    OwnedPsds psds;

    @Inject
    ThisInstance instance;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "claimed orders")
    public void run() {
        if (!instance.isRegistered() || !psds.isReady() || !atIt.compareAndSet(false, true)) {
            return;
        }
        try {
            resumeAll();
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Claimed orders will be taken up later", fault);
        } finally {
            atIt.set(false);
        }
    }

    private void resumeAll() {
        Queue<UUID> left = new ConcurrentLinkedQueue<>(claimed.claimedBy(instance.id()));
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> resume(left), psds.outside()))
                        .limit(Math.min(AT_ONCE, left.size()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void resume(Queue<UUID> left) {
        for (UUID order = left.poll(); order != null; order = left.poll()) {
            resume(order);
        }
    }

    private void resume(UUID order) {
        try {
            franking.resume(order);
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Order " + order + " will be taken up later", fault);
        }
    }
}
