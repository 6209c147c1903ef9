package org.stampwright.postage.ledger;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.stampwright.indicium.Money;
import org.stampwright.postage.server.Heartbeat;

/** The PSDs of this vendor: the operator's list, and those that a server system may take. */
@Stateless
public class Psds {

    private static final String LIST =
            "select p.serial, p.state, p.suspended_because, s.name, p.epoch, p.lease_until > now(),"
                    + " p.ascending, p.descending, p.funds_added, p.funds_withdrawn, p.piece_count, p.entry_number,"
                    + " p.receipted_entry from psd p join server_system s on s.id = p.owner_id order by p.serial";
    private static final String OWN = "select serial from psd where owner_id = ?1 and state = 'active'"
            + " and lease_until > '-infinity' order by serial";
    private static final String ABANDONED = "select p.serial from psd p join server_system s on s.id = p.owner_id"
            + " where p.state = 'active' and p.lease_until < now() and (p.owner_id <> ?1 and (s.state = 'removed'"
            + " or not " + Heartbeat.IS_RECENT + ")"
            + " or p.lease_until = '-infinity' and p.receipted_entry < p.entry_number) order by p.serial";
    private static final String GIVEN_AWAY =
            "select serial from psd where state = 'active' and lease_until = '-infinity'" + " order by serial limit ?1";
    private static final String SURPLUS = "select coalesce(sum(more), 0) from (select count(*) - ?1 as more from psd p"
            + " join server_system s on s.id = p.owner_id where p.state = 'active' and p.lease_until > now()"
            + " and " + Heartbeat.IS_RECENT + " group by p.owner_id having count(*) > ?1) owners";
    private static final String IN_NEED =
            "select count(*) from server_system s where s.state in ('pending', 'admitted')"
                    + " and s.role in ('processing', 'both') and " + Heartbeat.IS_RECENT + " and s.id <> ?2"
                    + " and ?1 > (select count(*) from psd p where p.owner_id = s.id and p.state = 'active'"
                    + " and p.lease_until > now())";
    private static final String GIVE_AWAY =
            "update psd set lease_until = '-infinity' where serial = ?1 and owner_id = ?2" + " and epoch = ?3";

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    /** Returns all PSDs, by serial number. */
    @SuppressWarnings("unchecked")
    public List<PsdView> list() {
        List<Object[]> rows = entities.createNativeQuery(LIST).getResultList();
        return rows.stream().map(Psds::view).toList();
    }

    /** Returns the active PSDs whose last owner was this server system. */
    public List<Long> ownedBy(long server) {
        return serials(OWN, server);
    }

    /**
     * Returns the active PSDs of other instances that are dead or removed and whose lease has ended. Includes PSDs that
     * were given away with entries that have no receipt yet, because orders wait for them.
     */
    public List<Long> leftBehind(long server) {
        return serials(ABANDONED, server);
    }

    /** Returns at most this many active PSDs that an owner with a surplus gave away. */
    @SuppressWarnings("unchecked")
    public List<Long> givenAway(int most) {
        List<Object> rows =
                entities.createNativeQuery(GIVEN_AWAY).setParameter(1, most).getResultList();
        return rows.stream().map(Psds::number).toList();
    }

    /** Returns how many PSDs living owners have beyond this number each and will give away. */
    public long surplus(int number) {
        return number(
                entities.createNativeQuery(SURPLUS).setParameter(1, number).getSingleResult());
    }

    /** Returns whether another living server system that processes has fewer than this number. */
    public boolean isAnotherInNeed(int number, long server) {
        return number(entities.createNativeQuery(IN_NEED)
                        .setParameter(1, number)
                        .setParameter(2, server)
                        .getSingleResult())
                > 0;
    }

    /** Ends the ownership of a PSD that this instance no longer works on, so that another instance may take it. */
    public void giveAway(long serial, long server, long epoch) {
        entities.createNativeQuery(GIVE_AWAY)
                .setParameter(1, serial)
                .setParameter(2, server)
                .setParameter(3, epoch)
                .executeUpdate();
    }

    public boolean isRequested(UUID request) {
        return !entities.createNativeQuery("select 1 from psd where request_id = cast(?1 as uuid)")
                .setParameter(1, request.toString())
                .getResultList()
                .isEmpty();
    }

    /** Returns the newest entry of a PSD that has a receipt. */
    public long receiptedEntry(long serial) {
        return number(entities.createNativeQuery("select receipted_entry from psd where serial = ?1")
                .setParameter(1, serial)
                .getSingleResult());
    }

    @SuppressWarnings("unchecked")
    private List<Long> serials(String query, long server) {
        List<Object> rows =
                entities.createNativeQuery(query).setParameter(1, server).getResultList();
        return rows.stream().map(Psds::number).toList();
    }

    private static PsdView view(Object[] row) {
        return new PsdView(
                number(row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                number(row[4]),
                (Boolean) row[5],
                money(row[6]),
                money(row[7]),
                money(row[8]),
                money(row[9]),
                number(row[10]),
                number(row[11]),
                number(row[12]));
    }

    private static long number(Object stored) {
        return ((Number) stored).longValue();
    }

    private static Money money(Object stored) {
        return Money.ofMills(number(stored));
    }
}
