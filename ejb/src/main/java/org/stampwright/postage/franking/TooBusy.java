package org.stampwright.postage.franking;

/** This instance accepts no more hand-overs at the moment. It continues the orders that it has claimed: retry. */
public class TooBusy extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooBusy(String message) {
        super(message);
    }
}
