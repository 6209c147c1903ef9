package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The orders that an audit checks, page by page: in a recount all of them; after a checkpoint those that were settled
 * since, and those of voids that were closed since. A transaction writes the time of its begin, so the range of time
 * reaches back further than the checkpoint, and the watermark leaves out the rows of transactions that had ended when
 * the checkpoint was made.
 */
final class OrderPages {

    private static final int MOST_ORDERS = 1_000;
    private static final int MOST_PIECES = 5_000;

    private static final String ALL =
            """
            select id, coalesce(pieces, 0), settled_at from postage_order
             where id > ? and (settled_at is null or settled_at < ?)
             order by id limit ?""";

    private static final String OF_VOIDS =
            """
            select id, coalesce(pieces, 0), settled_at from postage_order
             where id > ? and settled_at < ? and id = any(?)
             order by id limit ?""";

    private static final String SETTLED =
            """
            select id, coalesce(pieces, 0), settled_at from postage_order
             where (settled_at, id) > (?, ?) and settled_at < ? and age(xmin) <= age(?::text::xid)
             order by settled_at, id limit ?""";

    /** A query for the rows after the last one that was read. */
    private interface Source {
        PreparedStatement after(Connection snapshot) throws SQLException;
    }

    private final Opening opening;
    private final Deque<Source> sources = new ArrayDeque<>();
    private UUID lastId;
    private Instant lastSettled;

    OrderPages(Opening opening) {
        this.opening = opening;
        if (opening.isRecount()) {
            sources.add(this::all);
        } else {
            sources.add(this::settled);
            sources.add(this::ofVoids);
        }
        rewind();
    }

    private void rewind() {
        lastId = new UUID(0, 0);
        lastSettled = opening.since()
                .map(known -> known.at().minus(Opening.LONGEST_TRANSACTION))
                .orElse(Instant.EPOCH);
    }

    /** Returns the ids of the next page; empty after the last. */
    synchronized List<UUID> next(Snapshots snapshots) throws SQLException {
        List<UUID> ids = List.of();
        while (ids.isEmpty() && !sources.isEmpty()) {
            ids = snapshots.in(this::read);
            if (ids.isEmpty()) {
                sources.remove();
                rewind();
            }
        }
        return ids;
    }

    private List<UUID> read(Connection snapshot) throws SQLException {
        try (PreparedStatement query = sources.element().after(snapshot);
                ResultSet row = query.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            int pieces = 0;
            while (pieces < MOST_PIECES && row.next()) {
                lastId = row.getObject(1, UUID.class);
                pieces += row.getInt(2);
                Timestamp settled = row.getTimestamp(3);
                lastSettled = settled == null ? lastSettled : settled.toInstant();
                ids.add(lastId);
            }
            return ids;
        }
    }

    private PreparedStatement all(Connection snapshot) throws SQLException {
        return prepared(snapshot, ALL, lastId, Timestamp.from(opening.now()), MOST_ORDERS);
    }

    private PreparedStatement ofVoids(Connection snapshot) throws SQLException {
        Object[] orders = opening.voids().stream()
                .map(VoidRow::order)
                .filter(Objects::nonNull)
                .distinct()
                .toArray();
        return prepared(
                snapshot,
                OF_VOIDS,
                lastId,
                Timestamp.from(opening.now()),
                snapshot.createArrayOf("uuid", orders),
                MOST_ORDERS);
    }

    private PreparedStatement settled(Connection snapshot) throws SQLException {
        // A row's transaction number has the lower 32 bits only.
        String watermark = Long.toString(opening.since().orElseThrow().watermark() & 0xFFFF_FFFFL);
        return prepared(
                snapshot,
                SETTLED,
                Timestamp.from(lastSettled),
                lastId,
                Timestamp.from(opening.now()),
                watermark,
                MOST_ORDERS);
    }

    private static PreparedStatement prepared(Connection snapshot, String sql, Object... values) throws SQLException {
        PreparedStatement query = snapshot.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            query.setObject(i + 1, values[i]);
        }
        return query;
    }
}
