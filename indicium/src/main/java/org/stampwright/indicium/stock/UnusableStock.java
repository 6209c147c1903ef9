package org.stampwright.indicium.stock;

/** A kind of label stock that no stamp can be printed on properly, or a file that describes none. */
public final class UnusableStock extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Flaw {
        /** A key is missing, unknown, or not a number. */
        UNREADABLE,
        /** A length or number that cannot be. */
        OUT_OF_RANGE,
        /** Labels lie on one another. */
        OVERLAP,
        /** Labels reach beyond the paper. */
        OFF_PAPER,
        /** Under 2 mm are left beside symbol and quiet zone. */
        TOO_SMALL,
        /** Two files of one code. */
        TWICE
    }

    private final Flaw flaw;

    UnusableStock(String stock, Flaw flaw, String what) {
        super("label stock " + stock + ": " + what);
        this.flaw = flaw;
    }

    /** What is wrong with it, for a program that says so in another language. */
    public Flaw flaw() {
        return flaw;
    }
}
