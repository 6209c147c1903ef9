package org.stampwright.postage.server;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;

/** Leases for periodic work: one row per kind of work, held for a time by the database's clock. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobLeases {

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    /** Takes or renews the lease, unless another holder has it. */
    public boolean take(String name, String holder, Duration time) {
        return entities.createNativeQuery("insert into lease (name, holder, until)"
                                + " values (?1, ?2, now() + make_interval(secs => ?3))"
                                + " on conflict (name) do update set holder = excluded.holder, until = excluded.until"
                                + " where lease.holder = excluded.holder or lease.until < now()")
                        .setParameter(1, name)
                        .setParameter(2, holder)
                        .setParameter(3, time.toSeconds())
                        .executeUpdate()
                == 1;
    }
}
