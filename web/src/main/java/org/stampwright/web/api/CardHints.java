package org.stampwright.web.api;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.stampwright.postage.payment.Webhooks;
import org.stampwright.postage.refusal.Refusal;
import org.stampwright.postage.workflow.OrderProgress;

/**
 * Continues an order when the card company sends a hint, on a separate thread. No caller waits for the outcome, and a
 * hint that finds {@value #MOST_WAITING} others waiting is dropped: order recovery visits its order in any case. The
 * pool is this class's own, because the container's executor searches all jars for context providers at each task.
 */
@ApplicationScoped
class CardHints {

    private static final Logger LOG = System.getLogger(CardHints.class.getName());

    static final int AT_ONCE = 16;
    static final int MOST_WAITING = 1000;

    @Inject
    Webhooks webhooks;

    @Inject
    OrderProgress progress;

    @Resource
    ManagedThreadFactory threads;

    ExecutorService executor;

    @PostConstruct
    void open() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(MOST_WAITING),
                threads,
                new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
        executor = pool;
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    /**
     * Returns why the event is rejected, or nothing if it is accepted, whether or not it concerns an order of this
     * vendor.
     */
    public Optional<Refusal> take(String event, String signature) {
        return webhooks.read(event, signature)
                .fold(
                        hinted -> {
                            hinted.ifPresent(order -> executor.execute(() -> goOn(order)));
                            return Optional.empty();
                        },
                        Optional::of);
    }

    /** Logs a failure only, for the same reason. */
    private void goOn(UUID order) {
        try {
            progress.hint(order);
        } catch (RuntimeException fault) {
            LOG.log(Logger.Level.ERROR, "order " + order + " could not be continued", fault);
        }
    }
}
