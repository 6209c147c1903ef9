package org.stampwright.web.api;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.stampwright.postage.payment.Webhooks;
import org.stampwright.postage.refusal.Refusal;
import org.stampwright.postage.workflow.OrderProgress;

/**
 * Continues an order when the card company sends a hint, on a separate thread. No caller waits for the outcome. The
 * company sends several events for one purchase, most of them while the vendor is advancing the order itself: all that
 * come within {@value #PAUSE_MILLIS} ms are one hint. A hint that finds {@value #MOST_WAITING} others waiting is
 * dropped: order recovery visits its order in any case. The pool is this class's own, because the container's executor
 * searches all jars for context providers at each task.
 */
@ApplicationScoped
class CardHints {

    private static final Logger LOG = System.getLogger(CardHints.class.getName());

    static final int AT_ONCE = 16;
    static final int MOST_WAITING = 1000;
    static final int PAUSE_MILLIS = 300;

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    @Inject
    Webhooks webhooks;

    @Inject
    OrderProgress progress;

    @Resource
    ManagedThreadFactory threads;

    ScheduledExecutorService executor;

    @PostConstruct
    void open() {
        executor = new ScheduledThreadPoolExecutor(AT_ONCE, threads);
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
                        payment -> {
                            hint(payment);
                            return Optional.empty();
                        },
                        Optional::of);
    }

    private void hint(String payment) {
        if (waiting.size() < MOST_WAITING && waiting.add(payment)) {
            executor.schedule(() -> goOn(payment), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Logs a failure only, for the same reason. */
    private void goOn(String payment) {
        waiting.remove(payment);
        try {
            webhooks.orderOf(payment).ifPresent(progress::hint);
        } catch (RuntimeException fault) {
            LOG.log(Logger.Level.ERROR, "the order of payment " + payment + " could not be continued", fault);
        }
    }
}
