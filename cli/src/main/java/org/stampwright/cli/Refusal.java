package org.stampwright.cli;

/** An error that the user can correct, reported in one line; the command ends with exit status 1. */
public final class Refusal extends RuntimeException {

    /** The prefix of the line that reports a refusal. */
    public static final String BEGINNING = "stampwright: ";

    public Refusal(String line) {
        super(line);
    }

    public Refusal(String line, Throwable cause) {
        super(line, cause);
    }
}
