package org.stampwright.postage.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How the server system that generates an indicium is selected from the list. The result is the admitted, living server
 * systems that process, in the order in which they are asked for one franking. The database alone decides,
 * whichever instance asks.
 */
sealed interface SelectionProcedure permits RoundRobin, FewestUnfinished {

    /** An SQL condition over {@code server_system s}: admitted and processing. */
    String LISTED = " s.state = 'admitted' and s.role in ('processing', 'both') ";

    /** Returns the name in the setting {@code selection-procedure}. */
    String name();

    /** Returns for each of so many orders the candidates to frank it, the selected one first; none if none is alive. */
    List<List<Candidate>> orders(Handle handle, int orders);

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
