package org.stampwright.postage.franking;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** The order of a hand-over is not in the database. */
@ApplicationException(rollback = true)
public class NoSuchOrder extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchOrder(UUID order) {
        super("there is no order " + order);
    }
}
