package org.stampwright.authority;

/** The database did not answer or refused a statement: nothing was done, the caller may ask again. */
public class DatabaseFault extends RuntimeException {

    DatabaseFault(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
