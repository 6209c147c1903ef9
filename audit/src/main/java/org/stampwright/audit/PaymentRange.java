package org.stampwright.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The payments that were opened in a range of time.
 *
 * @param from null for all up to the end
 * @param to   null for all from the beginning
 * @param margin by how much longer a range the card company's lists are read, whose clock may differ
 * @param rows the payments, and earlier ones that the lists may have
 */
record PaymentRange(Instant from, Instant to, Duration margin, List<PaymentRow> rows) {

    /** A payment is committed, and its object at the card company is created, within this time from its opening. */
    private static final Duration OPENS_WITHIN = Duration.ofMinutes(5);

    /** By so much the clock of the card company may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    /** A payment that is not in the lists because clocks differ by more is asked for by its id. */
    private static final Duration CLOCKS_SELDOM_DIFFER = Duration.ofMinutes(2);

    /** A consumer's payment is over by then: a page lives for 31 minutes. */
    private static final Duration OVER_AFTER = Duration.ofMinutes(45);

    PaymentRange {
        rows = List.copyOf(rows);
    }

    /**
     * Returns the ranges to compare. A recount has one. After a checkpoint, a payment is compared when it is new, and
     * again when its consumer's time is over.
     */
    static List<PaymentRange> of(Optional<Checkpoint> since, Instant now, Instant reachBack) {
        if (since.isEmpty()) {
            return List.of(new PaymentRange(reachBack, null, CLOCKS_DIFFER, List.of()));
        }
        Instant last = since.get().at().minus(OPENS_WITHIN);
        return List.of(
                new PaymentRange(last, null, CLOCKS_SELDOM_DIFFER, List.of()),
                new PaymentRange(last.minus(OVER_AFTER), now.minus(OVER_AFTER), CLOCKS_SELDOM_DIFFER, List.of()));
    }

    PaymentRange filled(Connection snapshot) throws SQLException {
        return new PaymentRange(
                from, to, margin, PaymentRow.read(snapshot, listedFrom().orElse(null), to));
    }

    /** Returns from when on the card company's lists are read. */
    Optional<Instant> listedFrom() {
        return Optional.ofNullable(from).map(moment -> moment.minus(margin));
    }

    /** Returns until when they are read. */
    Optional<Instant> listedTo() {
        return Optional.ofNullable(to).map(moment -> moment.plus(OPENS_WITHIN).plus(margin));
    }
}
