package org.stampwright.postage.server;

import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * How the server system that generates an indicium is selected from the list: the admitted, living ones that process, in
 * the order in which they are to be asked for one franking. Each procedure is one query, so that whichever instance asks,
 * the database alone decides.
 */
sealed interface SelectionProcedure permits RoundRobin, FewestUnfinished {

    /** Who may be selected: admitted, processing, and with a sign of life in the last ten seconds. */
    String ELIGIBLE =
            " s.state = 'admitted' and s.role in ('processing', 'both')" + " and " + SignOfLife.IS_RECENT + " ";

    /** The name in the setting {@code selection-procedure}. */
    String name();

    /** The candidates for one franking, the selected one first; empty if nobody is there. */
    List<Candidate> order(EntityManager entities);

    /** @throws IllegalArgumentException for a name that is none */
    static SelectionProcedure named(String name) {
        return switch (name) {
            case "round-robin" -> new RoundRobin();
            case "fewest-unfinished" -> new FewestUnfinished();
            default ->
                throw new IllegalArgumentException(
                        "A selection procedure is round-robin or fewest-unfinished, not \"" + name + "\".");
        };
    }

    /** A row of id, name, address. */
    static Candidate candidate(Object[] row) {
        return new Candidate(((Number) row[0]).longValue(), (String) row[1], (String) row[2]);
    }
}
