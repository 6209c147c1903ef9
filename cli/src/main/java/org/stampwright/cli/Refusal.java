package org.stampwright.cli;

/** Something that the person at the terminal can put right, told in one line; the command ends with status 1. */
public final class Refusal extends RuntimeException {

    /** How the one line begins in which a refusal is told. */
    public static final String BEGINNING = "stampwright: ";

    public Refusal(String line) {
        super(line);
    }

    public Refusal(String line, Throwable cause) {
        super(line, cause);
    }
}
