package org.stampwright.cli;

/** Something that the person at the terminal can put right, told in one line; the command ends with status 1. */
public final class Refusal extends RuntimeException {

    public Refusal(String line) {
        super(line);
    }

    public Refusal(String line, Throwable cause) {
        super(line, cause);
    }
}
