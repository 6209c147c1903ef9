package org.stampwright.postage.franking;

import jakarta.ejb.ApplicationException;

/** This instance cannot frank now: it has no PSD at work, or the operator does not have it admitted. Ask another. */
@ApplicationException(rollback = true)
public class NotProcessing extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotProcessing(String message) {
        super(message);
    }
}
