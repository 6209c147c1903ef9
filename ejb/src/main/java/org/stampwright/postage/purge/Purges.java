package org.stampwright.postage.purge;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.postage.server.JobLeases;
import org.stampwright.postage.server.ThisInstance;

/** Deletes old rows, one page in one short transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Purges {

    static final int PAGE = 1_000;

    private static final String LEASE = "purge";
    private static final Duration HELD_FOR = Duration.ofMinutes(1);

    @Inject
    Jdbi jdbi;

    @Inject
    private JobLeases leases;

    @Inject
    private ThisInstance instance;

    /** Takes or renews the lease; false while another instance deletes. */
    public boolean isMine() {
        return leases.take(LEASE, instance.name(), HELD_FOR);
    }

    /** Deletes the oldest of these rows, at most a page, and returns how many there were. */
    public int page(OldRows rows) {
        return jdbi.withHandle(handle -> handle.createQuery(rows.call())
                .bind("most", PAGE)
                .mapTo(Integer.class)
                .one());
    }
}
