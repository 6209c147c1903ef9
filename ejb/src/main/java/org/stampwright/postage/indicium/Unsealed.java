package org.stampwright.postage.indicium;

import jakarta.ejb.ApplicationException;

/** A record that does not bear the seal it should: an alarm, never to be signed. */
@ApplicationException(rollback = true)
public class Unsealed extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unsealed(String message) {
        super(message);
    }

    Unsealed(String message, Throwable cause) {
        super(message, cause);
    }
}
