package org.stampwright.postage.ledger;

import jakarta.ejb.ApplicationException;

/** This instance no longer owns the PSD, or the PSD is suspended: debit nothing and stop. */
@ApplicationException(rollback = true)
public class OwnershipLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    public OwnershipLost(String message) {
        super(message);
    }
}
