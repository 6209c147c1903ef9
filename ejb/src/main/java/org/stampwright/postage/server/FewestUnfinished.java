package org.stampwright.postage.server;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Selects first the server system with the fewest orders that it has claimed and that have no receipt yet. */
record FewestUnfinished() implements SelectionProcedure {

    private static final String QUERY = "select s.id, s.name, s.address from server_system s where" + ELIGIBLE
            + "order by (select count(*) from postage_order o where o.franked_by = s.id"
            + " and o.state in ('claimed', 'franked', 'signed')), s.id";

    @Override
    public String name() {
        return "fewest-unfinished";
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Candidate> order(EntityManager entities) {
        List<Object[]> rows = entities.createNativeQuery(QUERY).getResultList();
        return rows.stream().map(SelectionProcedure::candidate).toList();
    }
}
