package org.stampwright.postage.server;

import java.util.List;
import org.jdbi.v3.core.Handle;

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
    public List<Candidate> order(Handle handle) {
        return handle.createQuery(QUERY)
                .map((row, context) -> SelectionProcedure.candidate(row))
                .list();
    }
}
