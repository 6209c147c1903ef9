package org.stampwright.postage.server;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** Leases for periodic work: one row per kind of work, held for a time by the database's clock. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobLeases {

    private static final String TAKE = "insert into lease (name, holder, until)"
            + " values (:name, :holder, now() + make_interval(secs => :seconds))"
            + " on conflict (name) do update set holder = excluded.holder, until = excluded.until"
            + " where lease.holder = excluded.holder or lease.until < now()";

    @Inject
    Jdbi jdbi;

    /** Takes or renews the lease, unless another holder has it. */
    public boolean take(String name, String holder, Duration time) {
        return jdbi.withHandle(handle -> handle.createUpdate(TAKE)
                        .bind("name", name)
                        .bind("holder", holder)
                        .bind("seconds", time.toSeconds())
                        .execute())
                == 1;
    }
}
