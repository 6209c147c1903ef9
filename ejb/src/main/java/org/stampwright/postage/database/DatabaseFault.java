package org.stampwright.postage.database;

import jakarta.ejb.ApplicationException;

/** The database failed to execute a statement; the transaction is rolled back. */
@ApplicationException(rollback = true)
public class DatabaseFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatabaseFault(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
