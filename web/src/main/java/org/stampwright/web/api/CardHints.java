package org.stampwright.web.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.postage.payment.Webhooks;
import org.stampwright.postage.refusal.Refusal;
import org.stampwright.postage.workflow.OrderProgress;

/** Continues an order when the card company sends a hint, on a separate thread. No caller waits for the outcome. */
@ApplicationScoped
class CardHints {

    private static final Logger LOG = System.getLogger(CardHints.class.getName());

    @Inject
    Webhooks webhooks;

    @Inject
    OrderProgress progress;

    @Resource
    ManagedExecutorService executor;

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

    /** Logs a failure only: order recovery visits this order in any case. */
    private void goOn(UUID order) {
        try {
            progress.advance(order);
        } catch (RuntimeException fault) {
            LOG.log(Logger.Level.ERROR, "order " + order + " could not be continued", fault);
        }
    }
}
