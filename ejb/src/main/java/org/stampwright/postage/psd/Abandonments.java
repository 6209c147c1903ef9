package org.stampwright.postage.psd;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The voids of abandoned pieces, one row each, recorded with the abandonment and open until the authority has decided. */
@Stateless
public class Abandonments {

    private static final String RECORD = "insert into piece_void (id, psd, piece_count, because, state)"
            + " select gen_random_uuid(), c.psd, c.piece_count, 'abandoned', 'open' from indicium_content c"
            + " join indicium_fate f on f.psd = c.psd and f.piece_count = c.piece_count and f.fate = 'abandoned'"
            + " where c.order_id = cast(?1 as uuid) and c.attempt = ?2 on conflict (psd, piece_count) do nothing";
    private static final String OPEN = "select cast(v.id as text), v.psd, v.piece_count from piece_void v"
            + " join psd p on p.serial = v.psd"
            + " join indicium_content c on c.psd = v.psd and c.piece_count = v.piece_count"
            + " where v.state = 'open' and v.because = 'abandoned' and p.owner_id = ?1"
            + " and p.receipted_entry >= c.entry_number and v.id > cast(?2 as uuid) order by v.id limit 20";
    private static final String CLOSE = "update piece_void set state = ?2, closed_at = now(), version = version + 1"
            + " where id = cast(?1 as uuid) and state = 'open'";

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    /** A void that the authority, which has the piece's entry, has not been heard on. */
    public record OpenVoid(UUID id, long psd, long pieceCount) {}

    /** Records one for each abandoned piece of the attempt, in the caller's transaction. */
    public void record(UUID order, int attempt) {
        entities.createNativeQuery(RECORD)
                .setParameter(1, order.toString())
                .setParameter(2, attempt)
                .executeUpdate();
    }

    /** The next open ones of the PSDs that this server system owns, in the order of their ids. */
    @SuppressWarnings("unchecked")
    public List<OpenVoid> open(long server, UUID after) {
        List<Object[]> rows = entities.createNativeQuery(OPEN)
                .setParameter(1, server)
                .setParameter(2, after.toString())
                .getResultList();
        return rows.stream()
                .map(row -> new OpenVoid(
                        UUID.fromString((String) row[0]), ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                .toList();
    }

    /** @param state {@code voided} or {@code refused}, as the authority said */
    public void close(UUID id, String state) {
        entities.createNativeQuery(CLOSE)
                .setParameter(1, id.toString())
                .setParameter(2, state)
                .executeUpdate();
    }
}
