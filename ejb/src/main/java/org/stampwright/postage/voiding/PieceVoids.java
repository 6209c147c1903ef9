package org.stampwright.postage.voiding;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.postage.orderstate.OrderRef;

/** Voids as stored, one for each piece to be voided at the authority. */
@Stateless
public class PieceVoids {

    private static final String COLUMNS = "v.id, v.psd, v.piece_count, v.because";
    private static final String OF_ATTEMPT = " from indicium_content c join indicium_fate f on f.psd = c.psd"
            + " and f.piece_count = c.piece_count and f.fate = :fate";
    private static final String WHOSE = " where c.order_id = :order and c.attempt = :attempt";
    private static final String RECORD = "insert into piece_void (id, psd, piece_count, because, state)"
            + " select gen_random_uuid(), c.psd, c.piece_count, :because, 'open'" + OF_ATTEMPT + WHOSE
            + " on conflict (psd, piece_count) do nothing";
    private static final String OPEN_OF_ATTEMPT = "select " + COLUMNS + OF_ATTEMPT
            + " join piece_void v on v.psd = c.psd and v.piece_count = c.piece_count and v.state = 'open'" + WHOSE;
    private static final String NOT_VOID = "select 1" + OF_ATTEMPT
            + " left join piece_void v on v.psd = c.psd and v.piece_count = c.piece_count and v.state = 'voided'"
            + WHOSE + " and v.id is null limit 1";
    private static final String ABANDONED = "select " + COLUMNS + " from piece_void v join psd p on p.serial = v.psd"
            + " join indicium_content c on c.psd = v.psd and c.piece_count = v.piece_count"
            + " where v.state = 'open' and v.because = 'abandoned' and p.owner_id = :server"
            + " and p.receipted_entry >= c.entry_number and v.id > :after order by v.id limit 20";
    private static final String CLOSE = "update piece_void set state = :state, closed_at = now(),"
            + " version = version + 1 where id = :id and state = 'open'";

    @Inject
    Jdbi jdbi;

    /** Records one for each abandoned piece of the attempt, in the caller's transaction. */
    public void recordAbandoned(OrderRef order) {
        record(order, "abandoned", VoidReason.ABANDONED);
    }

    /** Records one for each signed piece of the attempt, unless it exists; returns the open ones. */
    public List<OpenVoid> begin(OrderRef order, VoidReason because) {
        record(order, "signed", because);
        return jdbi.withHandle(handle -> handle.createQuery(OPEN_OF_ATTEMPT)
                .bind("fate", "signed")
                .bind("order", order.id())
                .bind("attempt", order.attempt())
                .map((row, context) -> open(row))
                .list());
    }

    private void record(OrderRef order, String fate, VoidReason because) {
        jdbi.useHandle(handle -> handle.createUpdate(RECORD)
                .bind("because", because.text())
                .bind("fate", fate)
                .bind("order", order.id())
                .bind("attempt", order.attempt())
                .execute());
    }

    /** Returns whether every signed piece of the attempt is void. */
    public boolean allVoided(OrderRef order) {
        return jdbi.withHandle(handle -> handle.createQuery(NOT_VOID)
                .bind("fate", "signed")
                .bind("order", order.id())
                .bind("attempt", order.attempt())
                .mapTo(Integer.class)
                .findFirst()
                .isEmpty());
    }

    /**
     * Returns the next open voids of abandoned pieces, in the order of their ids. Includes only PSDs that this server
     * system owns, and only pieces whose entry the authority has.
     */
    public List<OpenVoid> ofAbandoned(long server, UUID after) {
        return jdbi.withHandle(handle -> handle.createQuery(ABANDONED)
                .bind("server", server)
                .bind("after", after)
                .map((row, context) -> open(row))
                .list());
    }

    /** Records the authority's decision; a closed void stays unchanged. */
    public void close(UUID id, VoidDecision decision) {
        jdbi.useHandle(handle -> handle.createUpdate(CLOSE)
                .bind("id", id)
                .bind("state", decision.text())
                .execute());
    }

    private static OpenVoid open(ResultSet row) throws SQLException {
        return new OpenVoid(
                row.getObject("id", UUID.class),
                row.getLong("psd"),
                row.getLong("piece_count"),
                VoidReason.of(row.getString("because")));
    }
}
