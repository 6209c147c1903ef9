package org.stampwright.vendor.psd;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.stampwright.indicium.Money;

/** The PSDs of this vendor: the operator's list, and which of them a server system may take. */
@Stateless
public class Psds {

    private static final String LIST = "select p.serial, p.state, p.suspended_because, s.name, p.epoch, p.lease_until > now(),"
            + " p.ascending, p.descending, p.funds_added, p.funds_withdrawn, p.piece_count, p.entry_number,"
            + " p.receipted_entry from psd p join server_system s on s.id = p.owner_id order by p.serial";
    private static final String OWN = "select serial from psd where owner_id = ?1 and state = 'active' order by serial";
    private static final String ABANDONED = "select p.serial from psd p join server_system s on s.id = p.owner_id"
            + " where p.state = 'active' and p.lease_until < now() and p.owner_id <> ?1"
            + " and (s.state = 'removed' or s.heartbeat_at < now() - interval '10 seconds') order by p.serial";

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    /** All of them, by serial number. */
    @SuppressWarnings("unchecked")
    public List<PsdView> list() {
        List<Object[]> rows = entities.createNativeQuery(LIST).getResultList();
        return rows.stream().map(Psds::view).toList();
    }

    /** Active ones whose owner this server system was last. */
    public List<Long> ownedBy(long server) {
        return serials(OWN, server);
    }

    /** Active ones of others who are dead or removed and whose lease has ended. */
    public List<Long> leftBehind(long server) {
        return serials(ABANDONED, server);
    }

    public boolean isRequested(UUID request) {
        return !entities.createNativeQuery("select 1 from psd where request_id = cast(?1 as uuid)")
                .setParameter(1, request.toString()).getResultList().isEmpty();
    }

    /** The newest entry of a PSD that has a receipt. */
    public long receiptedEntry(long serial) {
        return number(entities.createNativeQuery("select receipted_entry from psd where serial = ?1")
                .setParameter(1, serial).getSingleResult());
    }

    @SuppressWarnings("unchecked")
    private List<Long> serials(String query, long server) {
        List<Object> rows = entities.createNativeQuery(query).setParameter(1, server).getResultList();
        return rows.stream().map(Psds::number).toList();
    }

    private static PsdView view(Object[] row) {
        return new PsdView(number(row[0]), (String) row[1], (String) row[2], (String) row[3], number(row[4]),
                (Boolean) row[5], money(row[6]), money(row[7]), money(row[8]), money(row[9]), number(row[10]),
                number(row[11]), number(row[12]));
    }

    private static long number(Object stored) {
        return ((Number) stored).longValue();
    }

    private static Money money(Object stored) {
        return Money.ofMills(number(stored));
    }
}
