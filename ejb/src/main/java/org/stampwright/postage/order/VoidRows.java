package org.stampwright.postage.order;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Voids as stored, one for each piece that is to be void at the authority. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class VoidRows {

    static final String VOIDED = "voided";

    private static final String OF_ATTEMPT = " from indicium_content c join indicium_fate f"
            + " on f.psd = c.psd and f.piece_count = c.piece_count and f.fate = 'signed'";
    private static final String WHOSE = " where c.order_id = cast(?1 as uuid) and c.attempt = ?2";

    /** One that the authority has not decided yet. */
    public record Open(UUID id, long psd, long pieceCount, String because) {}

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    /** One for each signed piece of the attempt, made now or before; those that are open. */
    public List<Open> begin(UUID order, int attempt, String because) {
        entities.createNativeQuery("insert into piece_void (id, psd, piece_count, because, state)"
                        + " select gen_random_uuid(), c.psd, c.piece_count, cast(?3 as text), 'open'" + OF_ATTEMPT
                        + WHOSE
                        + " on conflict (psd, piece_count) do nothing")
                .setParameter(1, order.toString())
                .setParameter(2, attempt)
                .setParameter(3, because)
                .executeUpdate();
        List<?> open = entities.createNativeQuery("select cast(v.id as text), v.psd, v.piece_count, v.because"
                        + OF_ATTEMPT + " join piece_void v on v.psd = c.psd and v.piece_count = c.piece_count" + WHOSE
                        + " and v.state = 'open'")
                .setParameter(1, order.toString())
                .setParameter(2, attempt)
                .getResultList();
        return open.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Open(
                        UUID.fromString((String) row[0]),
                        ((Number) row[1]).longValue(),
                        ((Number) row[2]).longValue(),
                        (String) row[3]))
                .toList();
    }

    /** The authority has decided. */
    public void close(UUID id, String state) {
        entities.createNativeQuery("update piece_void set state = ?2, closed_at = now(), version = version + 1"
                        + " where id = cast(?1 as uuid) and state = 'open'")
                .setParameter(1, id.toString())
                .setParameter(2, state)
                .executeUpdate();
    }

    /** Whether no signed piece of the attempt is left that is not void. */
    public boolean allVoided(UUID order, int attempt) {
        return entities.createNativeQuery("select 1" + OF_ATTEMPT
                        + " left join piece_void v on v.psd = c.psd and v.piece_count = c.piece_count and v.state = 'voided'"
                        + WHOSE + " and v.id is null")
                .setParameter(1, order.toString())
                .setParameter(2, attempt)
                .getResultList()
                .isEmpty();
    }
}
