package org.stampwright.web.problem;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a fault that passes by itself, the database being away or full, from one that somebody has to mend. */
final class Outage {

    /** How the states begin: no connection, no resources, the database is being stopped or started. */
    private static final List<String> STATES = List.of("08", "53", "57P");

    private static final int DEEPEST = 20;

    private Outage() {}

    /** Whether an outage is what this fault came from. */
    static boolean isBehind(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(Outage::isOne);
    }

    /** The server's pool of connections tells by an exception of its own that it has none to give. */
    private static boolean isOne(Throwable fault) {
        return fault instanceof ResourceException
                || fault instanceof SQLException told
                        && told.getSQLState() != null
                        && STATES.stream().anyMatch(told.getSQLState()::startsWith);
    }
}
