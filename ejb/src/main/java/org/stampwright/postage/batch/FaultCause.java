package org.stampwright.postage.batch;

import java.sql.SQLException;

/** Why a transaction failed, as far as it decides what to do next. */
public enum FaultCause {
    /** A deadlock or a serialization failure: the same transaction may succeed when it is repeated. */
    CONFLICT,
    /** The values of one item, such as a violated constraint or an overflow: it fails again whenever it is repeated. */
    DATA,
    /** The connection or the database: unrelated to the items, and the outcome may be unknown. */
    ENVIRONMENT;

    /** Returns the cause of an exception from a transaction, by the SQLSTATE class in its chain of causes. */
    public static FaultCause of(Throwable fault) {
        boolean ofValues = false;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return ofState(sql.getSQLState());
            }
            ofValues |= cause instanceof ArithmeticException
                    || cause instanceof IllegalArgumentException
                    || cause instanceof IllegalStateException;
        }
        return ofValues ? DATA : ENVIRONMENT;
    }

    /** Classes 22 (data exception), 23 (integrity constraint), P0 (raised by a function); 40 (transaction rollback). */
    private static FaultCause ofState(String state) {
        return switch (state.substring(0, 2)) {
            case "22", "23", "P0" -> DATA;
            case "40" -> CONFLICT;
            default -> ENVIRONMENT;
        };
    }
}
