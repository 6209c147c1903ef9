package org.stampwright.indicium.stock;

/** A kind of label stock that no stamp can be printed on properly, or a file that describes none. */
public final class UnusableStock extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Flaw {
        /** A file that cannot be read or is not UTF-8; a key that is missing, unknown, or not a number. */
        UNREADABLE,
        /** A length or number that cannot be. */
        OUT_OF_RANGE,
        /** Labels lie on one another. */
        OVERLAP,
        /** Labels reach beyond the paper. */
        OFF_PAPER,
        /** Under 2 mm are left beside symbol and quiet zone. */
        TOO_SMALL,
        /** Too little is left beside the symbol for what a stamp says, in letters that can be read. */
        NO_ROOM_FOR_TEXT,
        /** The strip, a single label's width or a sheet's top margin is too small for the pre-printed serial number. */
        NO_ROOM_FOR_SERIAL,
        /** Two files of one code. */
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

    /** The same with the file that it came from, which is what an operator looks for. */
    UnusableStock in(String file) {
        return stock.equals(file) ? this : new UnusableStock(stock + " in " + file, flaw, what, this);
    }

    /** What is wrong with it, for a program that says so in another language. */
    public Flaw flaw() {
        return flaw;
    }
}
