package org.stampwright.postage.printing;

/** The signed pieces of an order are not the stamps that the order says. */
public class OtherPieces extends RuntimeException {

    private static final long serialVersionUID = 1;

    OtherPieces(String message) {
        super(message);
    }
}
