package org.stampwright.postage.imports;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Serialises imports across all instances. A second import of the same document then finds the existing rows and is
 * refused at its field, not by the database's unique indexes.
 */
@Stateless
public class ImportLock {

    private static final long LOCK = 0x5357_494d_504f_5254L;

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    @Resource
    private SessionContext context;

    /** Waits for the lock, which ends with the caller's transaction. */
    public void take() {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(1, LOCK)
                .getResultList();
    }

    /** Rolls back everything that the import wrote. */
    public void undo() {
        context.setRollbackOnly();
    }
}
