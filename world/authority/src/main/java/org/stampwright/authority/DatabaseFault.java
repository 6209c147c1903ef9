package org.stampwright.authority;

import java.sql.SQLException;

/** The database did not answer or refused a statement: nothing was done, the caller may ask again. */
public class DatabaseFault extends RuntimeException {

    DatabaseFault(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
