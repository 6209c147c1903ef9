package org.stampwright.postage.franking;

/** This instance takes no more hand-overs at the moment. What it has claimed it goes on with: ask again. */
public class TooBusy extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooBusy(String message) {
        super(message);
    }
}
