package org.stampwright.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first snapshot of an audit, read before the authority and the card company are asked. What they say is therefore
 * at least as new as these rows. The pages that follow are newer, so they are read up to here only: up to the last
 * entry of each PSD, and orders that were settled before this moment.
 *
 * @param now       by the database's clock
 * @param watermark every transaction below it has ended
 * @param since     the checkpoint from which on rows are new; empty for a recount of all rows
 * @param payments  the payments to compare, in one list for each range of time
 */
record Opening(
        Instant now,
        long watermark,
        Optional<Checkpoint> since,
        List<PsdRow> psds,
        List<FundingRow> fundings,
        List<VoidRow> voids,
        List<PaymentRange> payments) {

    /**
     * A transaction writes the time of its begin and is visible from its end. Rows are new up to this long before the
     * checkpoint; no transaction of the vendor lasts that long.
     */
    static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);

    /** Above this the 32 bits of a row's transaction number become ambiguous. */
    private static final long MOST_TRANSACTIONS = 1_000_000_000L;

    private static final String MOMENT =
            """
            select now(), pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
                   pg_snapshot_xmax(pg_current_snapshot())::text::bigint""";

    private record Moment(Instant now, long oldest, long next) {}

    /** @param cardsReachBack how far back the card company's lists are compared in a recount; null for everything */
    static Opening read(Connection snapshot, Optional<Checkpoint> checkpoint, Instant cardsReachBack)
            throws SQLException {
        Moment moment = moment(snapshot);
        Optional<Checkpoint> since = checkpoint.filter(known -> isUsable(known, moment));
        Map<Long, Long> entries = since.map(Checkpoint::receipted).orElse(Map.of());
        Instant from = since.map(known -> known.at().minus(LONGEST_TRANSACTION)).orElse(null);
        List<PaymentRange> payments = new ArrayList<>();
        for (PaymentRange range : PaymentRange.of(since, moment.now(), cardsReachBack)) {
            payments.add(range.filled(snapshot));
        }
        return new Opening(
                moment.now(),
                moment.oldest(),
                since,
                PsdRow.all(snapshot, entries),
                FundingRow.read(snapshot, from),
                VoidRow.read(snapshot, from),
                payments);
    }

    private static Moment moment(Connection snapshot) throws SQLException {
        try (Statement query = snapshot.createStatement();
                ResultSet row = query.executeQuery(MOMENT)) {
            row.next();
            return new Moment(row.getTimestamp(1).toInstant(), row.getLong(2), row.getLong(3));
        }
    }

    /** Rejects a checkpoint of another database, of a clock that has since been set back, or one that is too old. */
    private static boolean isUsable(Checkpoint known, Moment moment) {
        return known.watermark() <= moment.next()
                && moment.next() - known.watermark() < MOST_TRANSACTIONS
                && known.at().isBefore(moment.now());
    }

    /** Returns where the next audit may begin. */
    Checkpoint next() {
        Map<Long, Long> receipted = new HashMap<>();
        psds.stream()
                .filter(psd -> psd.newestReceipt() > 0)
                .forEach(psd -> receipted.put(psd.serial(), Math.min(psd.newestReceipt(), psd.entryNumber())));
        return new Checkpoint(watermark, now, receipted);
    }

    boolean isRecount() {
        return since.isEmpty();
    }
}
