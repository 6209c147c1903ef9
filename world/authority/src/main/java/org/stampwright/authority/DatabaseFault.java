package org.stampwright.authority;

/** The database did not respond or refused a statement: nothing was done, and the caller may retry. */
public class DatabaseFault extends RuntimeException {

    DatabaseFault(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
