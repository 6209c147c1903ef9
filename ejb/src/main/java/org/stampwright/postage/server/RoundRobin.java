package org.stampwright.postage.server;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Selects each server system in turn. The turn is the next value of one sequence, taken in the query that reads the
 * list. So each franking has its own turn and, while the list is unchanged, each server system gets exactly its share.
 * One that refuses is skipped for the next in the list, without a new turn.
 */
record RoundRobin() implements SelectionProcedure {

    private static final String QUERY = "with turn as materialized (select nextval('selection_turn') as number)"
            + " select s.id, s.name, s.address, turn.number from server_system s cross join turn where" + ELIGIBLE
            + "order by s.id";

    private record Listed(Candidate candidate, long turn) {}

    @Override
    public String name() {
        return "round-robin";
    }

    @Override
    public List<Candidate> order(Handle handle) {
        List<Listed> list = handle.createQuery(QUERY)
                .map((row, context) -> new Listed(SelectionProcedure.candidate(row), row.getLong("number")))
                .list();
        return list.isEmpty()
                ? List.of()
                : inTurn(
                        list.stream().map(Listed::candidate).toList(),
                        list.get(0).turn());
    }

    /** Returns the list rotated to start with the server system whose turn it is. */
    static List<Candidate> inTurn(List<Candidate> list, long turn) {
        List<Candidate> turned = list.stream().collect(Collectors.toList());
        Collections.rotate(turned, -Math.floorMod(turn, list.size()));
        return List.copyOf(turned);
    }
}
