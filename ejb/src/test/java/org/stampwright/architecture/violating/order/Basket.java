package org.stampwright.architecture.violating.order;

import jakarta.persistence.EntityManager;
import org.stampwright.architecture.violating.ledger.Register;

/** Asks the database by a native query. */
public class Basket {

    Register register;

    Object rows(EntityManager entities) {
        return entities.createNativeQuery("select 1").getResultList();
    }
}
