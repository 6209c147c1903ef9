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

/** Takes an order further when the card company hints at it, on a thread of its own: nobody waits for the outcome. */
@ApplicationScoped
class CardHints {

    private static final Logger LOG = System.getLogger(CardHints.class.getName());

    @Inject
    Webhooks webhooks;

    @Inject
    OrderProgress progress;

    @Resource
    ManagedExecutorService executor;

    /** Why this is no hint, or nothing: then it is thanked for, whether it is about an order of ours or not. */
    public Optional<Refusal> take(String event, String signature) {
        return webhooks.read(event, signature)
                .fold(
                        hinted -> {
                            hinted.ifPresent(order -> executor.execute(() -> goOn(order)));
                            return Optional.empty();
                        },
                        Optional::of);
    }

    /** What goes wrong is for the log: order recovery comes by this order in any case. */
    private void goOn(UUID order) {
        try {
            progress.advance(order);
        } catch (RuntimeException fault) {
            LOG.log(Logger.Level.ERROR, "order " + order + " could not be taken further", fault);
        }
    }
}
