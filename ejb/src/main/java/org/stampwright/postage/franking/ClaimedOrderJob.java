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
 * Resumes orders that this instance has claimed and does not have in flight. Each needs a question to the card company
 * first, which is slow while the company does not answer. So the job has its own schedule and handles some orders at a
 * time; one that throws does not block the others. A run throws no exception, since the server would end the schedule.
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
            LOG.log(Level.WARNING, "Claimed orders will be retried", fault);
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
            LOG.log(Level.WARNING, "Order " + order + " will be retried", fault);
        }
    }
}
