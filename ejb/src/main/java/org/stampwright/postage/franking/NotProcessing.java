package org.stampwright.postage.franking;

import jakarta.ejb.ApplicationException;

/**
 * This instance cannot frank now: it has no PSD at work, or it is not admitted by the operator. The caller should try
 * another instance.
 */
@ApplicationException(rollback = true)
public class NotProcessing extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotProcessing(String message) {
        super(message);
    }
}
