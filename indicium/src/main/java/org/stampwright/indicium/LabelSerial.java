package org.stampwright.indicium;

import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.stampwright.indicium.MistypedSerial.Slip;

/**
 * The serial number printed on a label or a sheet of labels: a series and a number of together ten characters 0–9, A–Z
 * without I and O, and a check character by ISO 7064 MOD 37-2, which detects every single wrong character and every
 * swap of two neighbours. Numbers whose check character would be {@code *}, I or O are not issued.
 *
 * <p>It detects mistakes, not fraud: numbers are random, so that a guess is seldom right, but only the serial number
 * inside the signed content is proof.
 *
 * @param withoutCheck the ten characters, in capitals
 */
public record LabelSerial(String withoutCheck) {

    /** The number of characters before the check character. */
    public static final int LENGTH_WITHOUT_CHECK = 10;
    /** The number of printed characters, including the check character. */
    public static final int PRINTED_LENGTH = 11;
    /** The number of bytes in an indicium. */
    public static final int BYTES = 7;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
    private static final String ISSUED = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /**
     * @throws IllegalArgumentException if it does not have ten permitted characters, or its check character is not
     * permitted
     */
    public LabelSerial {
        Objects.requireNonNull(withoutCheck, "label serial number");
        if (withoutCheck.length() != LENGTH_WITHOUT_CHECK) {
            throw new IllegalArgumentException(
                    "label serial number must be 10 characters before its check character, not "
                            + withoutCheck.length());
        }
        requireIssued(withoutCheck);
        if (!isIssued(checkCharacter(withoutCheck))) {
            throw new IllegalArgumentException("label serial number " + withoutCheck + " is not issued: its check"
                    + " character would be " + checkCharacter(withoutCheck));
        }
    }

    /**
     * Parses typed or scanned input: eleven characters, in any case, with blanks and hyphens anywhere.
     *
     * @throws MistypedSerial with a hint for correction
     */
    public static LabelSerial parse(String typed) {
        Objects.requireNonNull(typed, "serial number as typed");
        String text = capitals(typed.replaceAll("[\\s\\u00A0\\u2010-\\u2015-]", ""));
        refuseStrangeCharacters(text);
        if (text.length() != PRINTED_LENGTH) {
            throw new MistypedSerial(
                    text.isEmpty() ? Slip.EMPTY : Slip.WRONG_LENGTH,
                    text.isEmpty()
                            ? "Type the serial number that is printed on the label sheet."
                            : "A serial number has 11 characters; this one has " + text.length() + ".");
        }
        String withoutCheck = text.substring(0, LENGTH_WITHOUT_CHECK);
        if (checkCharacter(withoutCheck) != text.charAt(LENGTH_WITHOUT_CHECK)) {
            throw new MistypedSerial(
                    Slip.WRONG_CHECK_CHARACTER,
                    "This is not a serial number: a character is wrong, or two "
                            + "are swapped. Compare it with the label.");
        }
        return new LabelSerial(withoutCheck);
    }

    private static void refuseStrangeCharacters(String text) {
        for (int c : text.codePoints().toArray()) {
            if (c == 'I') {
                throw new MistypedSerial(Slip.LETTER_I, "There is no letter I in a serial number: type the digit 1.");
            }
            if (c == 'O') {
                throw new MistypedSerial(Slip.LETTER_O, "There is no letter O in a serial number: type the digit 0.");
            }
            if (!isIssued(c)) {
                throw new MistypedSerial(
                        Slip.STRANGE_CHARACTER,
                        "A serial number has only digits and letters; \"" + shown(c) + "\" is neither.");
            }
        }
    }

    /** Shows half a character, or one without a glyph, by its number, so that a message is always valid text. */
    private static String shown(int c) {
        boolean shapeless = Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
        return shapeless ? String.format(Locale.ROOT, "U+%04X", c) : Character.toString(c);
    }

    /**
     * Converts only a to z to capitals: other letters have capitals of several characters, or ones that are permitted.
     */
    private static String capitals(String text) {
        return text.codePoints()
                .map(c -> c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void requireIssued(String text) {
        text.codePoints().filter(c -> !isIssued(c)).findFirst().ifPresent(c -> {
            throw new IllegalArgumentException(
                    "label serial number must be of 0-9 and A-Z without I and O, not '" + shown(c) + "'");
        });
    }

    /**
     * Generates a random serial number of a series. The caller must ensure that it was not generated before.
     *
     * @param series 1 to 6 characters that the number starts with, in any case
     * @throws IllegalArgumentException if the series has another length, or a character that is not permitted
     */
    public static LabelSerial draw(String series, RandomGenerator random) {
        Bounds.within("length of the series", series.length(), 1, 6);
        requireIssued(capitals(series));
        while (true) {
            StringBuilder drawn = new StringBuilder(capitals(series));
            while (drawn.length() < LENGTH_WITHOUT_CHECK) {
                drawn.append(ISSUED.charAt(random.nextInt(ISSUED.length())));
            }
            if (isIssued(checkCharacter(drawn.toString()))) {
                return new LabelSerial(drawn.toString());
            }
        }
    }

    /** Reads the seven bytes of an indicium: base 36, big-endian. */
    static LabelSerial ofBytes(byte[] bytes) {
        long number = 0;
        for (byte b : bytes) {
            number = number << 8 | b & 0xFF;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH_WITHOUT_CHECK; i++, number /= 36) {
            text.append(ALPHABET.charAt((int) (number % 36)));
        }
        if (number != 0) {
            throw new IllegalArgumentException("label serial number must be below 36 to the power of 10");
        }
        return new LabelSerial(text.reverse().toString());
    }

    /** Returns the seven bytes of an indicium: the ten characters as one number, base 36, big-endian. */
    public byte[] bytes() {
        long number = Long.parseLong(withoutCheck, 36);
        byte[] bytes = new byte[BYTES];
        for (int i = BYTES - 1; i >= 0; i--, number >>= 8) {
            bytes[i] = (byte) number;
        }
        return bytes;
    }

    /** Returns the eleven characters as printed, which are also the content of the Code 128 bar code. */
    public String printed() {
        return withoutCheck + checkCharacter(withoutCheck);
    }

    /** Returns the number in groups: {@code ABCD-EFGH-JKL}. */
    public String grouped() {
        String printed = printed();
        return printed.substring(0, 4) + "-" + printed.substring(4, 8) + "-" + printed.substring(8);
    }

    /** Returns the same as {@link #printed()}. */
    @Override
    public String toString() {
        return printed();
    }

    private static boolean isIssued(int c) {
        return ISSUED.indexOf(c) >= 0;
    }

    /**
     * Computes ISO 7064 MOD 37-2: the sum of values weighted by powers of two, check character included, is 1 modulo
     * 37.
     */
    private static char checkCharacter(String withoutCheck) {
        int product = 0;
        for (char c : withoutCheck.toCharArray()) {
            product = (product + ALPHABET.indexOf(c)) * 2 % 37;
        }
        return ALPHABET.charAt((38 - product) % 37);
    }
}
