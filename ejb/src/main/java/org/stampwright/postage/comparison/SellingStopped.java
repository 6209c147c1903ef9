package org.stampwright.postage.comparison;

import jakarta.ejb.ApplicationException;

/** Nothing was written: the authority is ahead of the database, and no operator has confirmed the difference. */
@ApplicationException(rollback = true)
public class SellingStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SellingStopped(String message) {
        super(message);
    }
}
