package org.stampwright.indicium.stock;

/** A kind of label stock on which stamps cannot be printed properly, or a file that does not describe one. */
public final class UnusableStock extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The kind of flaw. */
    public enum Flaw {
        /** A file that cannot be read or is not UTF-8; a key that is missing, unknown, or not a number. */
        UNREADABLE,
        /** An impossible length or number. */
        OUT_OF_RANGE,
        /** Labels overlap. */
        OVERLAP,
        /** Labels reach beyond the paper. */
        OFF_PAPER,
        /** Less than 2 mm are left beside symbol and quiet zone. */
        TOO_SMALL,
        /** Too little is left beside the symbol for a stamp's text in legible letters. */
        NO_ROOM_FOR_TEXT,
        /** The strip, a single label's width or a sheet's top margin is too small for the pre-printed serial number. */
        NO_ROOM_FOR_SERIAL,
        /** Two files have the same code. */
        TWICE
    }

    private final String stock;
    private final Flaw flaw;
    private final String what;

    UnusableStock(String stock, Flaw flaw, String what) {
        this(stock, flaw, what, null);
    }

    UnusableStock(String stock, Flaw flaw, String what, Throwable cause) {
        super("label stock " + stock + ": " + what, cause);
        this.stock = stock;
        this.flaw = flaw;
        this.what = what;
    }

    /** Returns the same with the name of its file, which the operator needs. */
    UnusableStock in(String file) {
        return stock.equals(file) ? this : new UnusableStock(stock + " in " + file, flaw, what, this);
    }

    /** Returns the kind of flaw, for a program that uses another language. */
    public Flaw flaw() {
        return flaw;
    }
}
