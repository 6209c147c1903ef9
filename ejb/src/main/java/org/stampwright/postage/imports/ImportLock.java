package org.stampwright.postage.imports;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/**
 * Serialises imports across all instances. A second import of the same document then finds the existing rows and is
 * refused at its field, not by the database's unique indexes.
 */
@Stateless
public class ImportLock {

    private static final long LOCK = 0x5357_494d_504f_5254L;

    @Inject
    Jdbi jdbi;

    @Resource
    private SessionContext context;

    /** Waits for the lock, which ends with the caller's transaction. */
    public void take() {
        jdbi.useHandle(handle -> handle.createQuery("select pg_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(String.class)
                .one());
    }

    /** Rolls back everything that the import wrote. */
    public void undo() {
        context.setRollbackOnly();
    }
}
