package org.stampwright.postage.server;

import jakarta.ejb.ApplicationException;

/** A verb of the operator that does not fit the server system's state. */
@ApplicationException(rollback = true)
public class NotAdmitted extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotAdmitted(String message) {
        super(message);
    }
}
