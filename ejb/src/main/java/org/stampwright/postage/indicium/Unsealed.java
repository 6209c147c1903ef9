package org.stampwright.postage.indicium;

import jakarta.ejb.ApplicationException;

/** A record that does not match its owner's seal: an alarm. Nothing of it may be signed or released. */
@ApplicationException(rollback = true)
public class Unsealed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long psd;

    public Unsealed(long psd, String message) {
        super(message);
        this.psd = psd;
    }

    Unsealed(long psd, String message, Throwable cause) {
        super(message, cause);
        this.psd = psd;
    }

    /** Returns the serial number of the PSD whose record it is. */
    public long psd() {
        return psd;
    }
}
