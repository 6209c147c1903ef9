package org.stampwright.postage.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Selects each server system in turn. Each order takes the next value of one sequence, whichever instance asks, and the
 * list is rotated by it over all admitted server systems that process. So while the list is unchanged and all are
 * alive, each gets exactly its share. One that is not alive, or refuses, is skipped for the next in the list.
 */
record RoundRobin() implements SelectionProcedure {

    private static final String TURNS =
            "select nextval('selection_turn') as number from generate_series(1, :orders) order by number";
    private static final String LIST = "select s.id, s.name, s.address, " + Heartbeat.IS_RECENT + " as alive"
            + " from server_system s where" + LISTED + "order by s.id";

    /** A server system in the list, and whether it may be asked now. */
    record Listed(Candidate candidate, boolean alive) {}

    @Override
    public String name() {
        return "round-robin";
    }

    @Override
    public List<List<Candidate>> orders(Handle handle, int orders) {
        List<Listed> list = handle.createQuery(LIST)
                .map((row, context) -> new Listed(SelectionProcedure.candidate(row), row.getBoolean("alive")))
                .list();
        return handle.createQuery(TURNS).bind("orders", orders).mapTo(Long.class).list().stream()
                .map(turn -> inTurn(list, turn))
                .toList();
    }

    /** Returns the living ones of the list, rotated to start with the server system whose turn it is. */
    static List<Candidate> inTurn(List<Listed> list, long turn) {
        if (list.isEmpty()) {
            return List.of();
        }
        List<Listed> turned = new ArrayList<>(list);
        Collections.rotate(turned, -Math.floorMod(turn, list.size()));
        return turned.stream().filter(Listed::alive).map(Listed::candidate).toList();
    }
}
