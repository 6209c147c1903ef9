package org.stampwright.web.problem;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Distinguishes a temporary fault (the database is unavailable or overloaded) from one that needs a repair. */
final class Outage {

    /** Prefixes of SQLSTATE: no connection, no resources, the database is stopping or starting. */
    private static final List<String> STATES = List.of("08", "53", "57P");

    private static final int DEEPEST = 20;

    private Outage() {}

    /** Returns whether an outage caused this fault. */
    static boolean isBehind(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(Outage::isOne);
    }

    /** The server's connection pool throws its own exception when it has no free connection. */
    private static boolean isOne(Throwable fault) {
        return fault instanceof ResourceException
                || fault instanceof SQLException told
                        && told.getSQLState() != null
                        && STATES.stream().anyMatch(told.getSQLState()::startsWith);
    }
}
