package org.stampwright.postage.printing;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.postage.database.NullableUuid;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/**
 * The right to print an order once. Life cycle: <em>open</em> for 15 minutes → <em>bound</em> to one run of the helper,
 * which it serves again for ten minutes → <em>ended</em>, by five wrong serial numbers or by the run's report that it
 * printed. A customer who needs another one requests it on the order's page.
 */
@Entity
@Table(name = "print_ticket")
class PrintTicket {

    static final Duration LIFE = Duration.ofMinutes(15);
    static final Duration SERVES_ITS_RUN = Duration.ofMinutes(10);
    static final int WRONG_SERIALS = 5;
    private static final int LEAST_TYPED = 5;

    private static final String OPEN = "open";
    private static final String BOUND = "bound";
    private static final String ENDED = "ended";

    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "order_id")
    private UUID order;

    private String state;

    @Convert(converter = NullableUuid.class)
    private UUID run;

    @Column(name = "wrong_serials")
    private int wrongSerials;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "bound_at")
    private Instant boundAt;

    private String outcome;
    private String detail;

    @Version
    private long version;

    protected PrintTicket() {}

    PrintTicket(byte[] tokenHash, UUID order, Instant now) {
        this.tokenHash = tokenHash.clone();
        this.order = order;
        this.state = OPEN;
        this.issuedAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    UUID order() {
        return order;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /**
     * Binds the ticket to this run if all guards pass. Guards in this order: ticket-ended, ticket-used, ticket-expired,
     * wrong-serial (which is counted, and ends the ticket at the fifth).
     *
     * @param typed the whole number, or at least its last five characters
     */
    Optional<Refusal> redeem(LabelSerial sheet, String typed, UUID byRun, Instant now) {
        if (state.equals(ENDED)) {
            return refusal(ProblemKind.TICKET_ENDED, "This ticket has ended. Get a new one at the order's page.");
        }
        if (state.equals(BOUND) && !run.equals(byRun)) {
            return refusal(
                    ProblemKind.TICKET_USED, "This ticket was used by another run. Get a new one at the order's page.");
        }
        Instant end = state.equals(BOUND) ? boundAt.plus(SERVES_ITS_RUN) : expiresAt;
        if (now.isAfter(end)) {
            return refusal(ProblemKind.TICKET_EXPIRED, "This ticket has expired. Get a new one at the order's page.");
        }
        if (!fits(sheet.printed(), typed)) {
            return wrongSerial();
        }
        if (state.equals(OPEN)) {
            state = BOUND;
            run = byRun;
            boundAt = now;
        }
        return Optional.empty();
    }

    private static boolean fits(String printed, String typed) {
        String text = typed == null ? "" : typed.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
        return text.length() >= LEAST_TYPED && printed.endsWith(text);
    }

    private Optional<Refusal> wrongSerial() {
        wrongSerials++;
        int left = WRONG_SERIALS - wrongSerials;
        if (left == 0) {
            state = ENDED;
        }
        return Optional.of(new Refusal(
                ProblemKind.WRONG_SERIAL,
                "serial",
                "This order is for another sheet. "
                        + (left == 0
                                ? "The ticket has ended; get a new one at the order's page."
                                : "Put the right sheet in."),
                Map.of("left", left)));
    }

    private static Optional<Refusal> refusal(ProblemKind kind, String message) {
        return Optional.of(Refusal.of(kind, message));
    }

    /**
     * Records the run's outcome; a late report does not change a printed one. Refusal: ticket-used, if it is not this
     * ticket's run.
     */
    Optional<Refusal> report(UUID byRun, String result, String words) {
        if (run == null || !run.equals(byRun)) {
            return refusal(ProblemKind.TICKET_USED, "This ticket is not bound to that run.");
        }
        if (Tickets.PRINTED.equals(outcome)) {
            return Optional.empty();
        }
        outcome = result;
        detail = words;
        if (result.equals(Tickets.PRINTED)) {
            state = ENDED;
        }
        return Optional.empty();
    }
}
