package org.stampwright.postage.printing;

/** The signed pieces of an order do not match the order's stamps. */
public class PieceMismatch extends RuntimeException {

    private static final long serialVersionUID = 1;

    PieceMismatch(String message) {
        super(message);
    }
}
