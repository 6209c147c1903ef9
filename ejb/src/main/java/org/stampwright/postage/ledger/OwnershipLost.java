package org.stampwright.postage.ledger;

import jakarta.ejb.ApplicationException;

/** This instance does not own the PSD any more, or it is suspended: debit nothing and stop. */
@ApplicationException(rollback = true)
public class OwnershipLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    public OwnershipLost(String message) {
        super(message);
    }
}
