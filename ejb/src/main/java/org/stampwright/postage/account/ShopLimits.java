package org.stampwright.postage.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.postage.account.Allowances.Bucket;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/** How many drafts a network may begin, and how often an order may be printed. */
@ApplicationScoped
public class ShopLimits {

    @Inject
    private Allowances allowances;

    @Inject
    @ConfigProperty(name = "stampwright.limits.drafts", defaultValue = "50")
    private int drafts;

    @Inject
    @ConfigProperty(name = "stampwright.limits.drafts-interval", defaultValue = "5")
    private int draftsInterval;

    @Inject
    @ConfigProperty(name = "stampwright.limits.tickets", defaultValue = "20")
    private int tickets;

    @Inject
    @ConfigProperty(name = "stampwright.limits.tickets-interval", defaultValue = "300")
    private int ticketsInterval;

    /** Counts a new draft, or returns why it is refused. */
    public Optional<Refusal> draft(String network) {
        return allowances
                .take(new Bucket("draft", network, drafts, Duration.ofSeconds(draftsInterval)))
                .map(wait -> refusal("Too many orders were begun from here.", wait));
    }

    /** Counts a print ticket of an order, for its first print or a reprint, or returns why it is refused. */
    public Optional<Refusal> ticket(UUID order) {
        return allowances
                .takeWithin(new Bucket("ticket", order.toString(), tickets, Duration.ofSeconds(ticketsInterval)))
                .map(wait -> refusal("This order was printed too often.", wait));
    }

    private static Refusal refusal(String what, Duration wait) {
        return Refusal.of(
                ProblemKind.TOO_MANY_ATTEMPTS, what + " Wait " + wait.toSeconds() + " seconds and try again.");
    }
}
