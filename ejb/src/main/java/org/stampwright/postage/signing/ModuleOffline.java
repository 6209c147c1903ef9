package org.stampwright.postage.signing;

import jakarta.ejb.ApplicationException;

/** The cryptographic module does not sign now. No signature was made, and the caller may retry. */
@ApplicationException(rollback = true)
public class ModuleOffline extends RuntimeException {

    private static final long serialVersionUID = 1;

    ModuleOffline(String message, Throwable cause) {
        super(message, cause);
    }
}
