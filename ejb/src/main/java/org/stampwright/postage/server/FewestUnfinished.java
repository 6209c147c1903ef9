package org.stampwright.postage.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Selects first the server system with the fewest orders that it has claimed and that have no receipt yet. */
record FewestUnfinished() implements SelectionProcedure {

    private static final String QUERY = "select s.id, s.name, s.address, (select count(*) from postage_order o"
            + " where o.unfinished and o.franked_by = s.id and o.state in ('claimed', 'franked', 'signed')) as load"
            + " from server_system s where" + LISTED + "and " + Heartbeat.IS_RECENT + " order by s.id";

    /** A candidate and the orders that it has, with those selected for it in the same query. */
    private static final class Loaded {
        private final Candidate candidate;
        private long load;

        private Loaded(Candidate candidate, long load) {
            this.candidate = candidate;
            this.load = load;
        }

        private long load() {
            return load;
        }
    }

    @Override
    public String name() {
        return "fewest-unfinished";
    }

    @Override
    public List<List<Candidate>> orders(Handle handle, int orders) {
        List<Loaded> list = handle.createQuery(QUERY)
                .map((row, context) -> new Loaded(SelectionProcedure.candidate(row), row.getLong("load")))
                .list();
        List<List<Candidate>> selected = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            list.sort(Comparator.comparing(Loaded::load).thenComparing(one -> one.candidate.id()));
            selected.add(list.stream().map(one -> one.candidate).toList());
            list.stream().findFirst().ifPresent(first -> first.load++);
        }
        return selected;
    }
}
