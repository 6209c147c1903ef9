package org.stampwright.indicium;

/**
 * Input that is not a label serial number. The message is one sentence with a hint for the user; {@link #slip()} gives
 * the same reason to a program that uses another language.
 */
public final class MistypedSerial extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The kind of error. */
    public enum Slip {
        /** The input is empty. */
        EMPTY,
        /** The letter I, which no serial number has. */
        LETTER_I,
        /** The letter O, which no serial number has. */
        LETTER_O,
        /** A character that is neither a digit nor a letter. */
        STRANGE_CHARACTER,
        /** Not eleven characters. */
        WRONG_LENGTH,
        /** Eleven permitted characters with a wrong check character. */
        WRONG_CHECK_CHARACTER
    }

    private final Slip slip;

    MistypedSerial(Slip slip, String message) {
        super(message);
        this.slip = slip;
    }

    /** Returns the kind of error, for a program that uses another language. */
    public Slip slip() {
        return slip;
    }
}
