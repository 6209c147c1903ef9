package org.stampwright.postage.ledger;

import jakarta.ejb.ApplicationException;

/** A PSD's row and its sealed ledger do not match: the PSD is suspended and the operator has to investigate. */
@ApplicationException(rollback = true)
public class LedgerMismatch extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LedgerMismatch(String message) {
        super(message);
    }
}
