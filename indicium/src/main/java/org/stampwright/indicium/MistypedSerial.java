package org.stampwright.indicium;

/**
 * What was typed or scanned is not a label serial number. The message says in one sentence what to do about it, and
 * {@link #slip()} says the same to a program that speaks another language.
 */
public final class MistypedSerial extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Slip {
        /** Nothing was typed. */
        EMPTY,
        /** The letter I, which no serial number has. */
        LETTER_I,
        /** The letter O, which no serial number has. */
        LETTER_O,
        /** A character that is neither a digit nor a letter. */
        STRANGE_CHARACTER,
        /** Not eleven characters. */
        WRONG_LENGTH,
        /** Eleven good characters that do not belong together. */
        WRONG_CHECK_CHARACTER
    }

    private final Slip slip;

    MistypedSerial(Slip slip, String message) {
        super(message);
        this.slip = slip;
    }

    /** What is wrong with it, for a program that says so in another language. */
    public Slip slip() {
        return slip;
    }
}
