package org.stampwright.postage.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How the server system that generates an indicium is selected from the list. The result is the admitted, living server
 * systems that process, in the order in which they are asked for one franking. Each procedure is one query, so the
 * database alone decides, whichever instance asks.
 */
sealed interface SelectionProcedure permits RoundRobin, FewestUnfinished {

    /** An SQL condition for candidates: admitted, processing, and with a heartbeat in the last ten seconds. */
    String ELIGIBLE =
            " s.state = 'admitted' and s.role in ('processing', 'both')" + " and " + Heartbeat.IS_RECENT + " ";

    /** Returns the name in the setting {@code selection-procedure}. */
    String name();

    /** Returns the candidates for one franking, the selected one first; empty if there is none. */
    List<Candidate> order(Handle handle);

    /** Returns the procedure of this name, or nothing if there is none. */
    static Optional<SelectionProcedure> named(String name) {
        return switch (name) {
            case "round-robin" -> Optional.of(new RoundRobin());
            case "fewest-unfinished" -> Optional.of(new FewestUnfinished());
            default -> Optional.empty();
        };
    }

    /** Reads a row of id, name, address. */
    static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(row.getLong("id"), row.getString("name"), row.getString("address"));
    }
}
