package org.stampwright.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * A failure of a command, told in one line. What this program foresaw is told in its own words; of anything else the line
 * names the file that holds the stack trace, because a person at a terminal can do nothing with one.
 */
record Fault(Exception cause) {

    private static final int LONGEST = 400;

    String line() {
        if (cause instanceof Refusal) {
            return Refusal.BEGINNING + oneLine(cause.getMessage());
        }
        Throwable root = cause instanceof java.io.UncheckedIOException ? cause.getCause() : cause;
        return Refusal.BEGINNING + oneLine(root.getClass().getSimpleName() + ": " + root.getMessage()) + "; see "
                + written();
    }

    private static String oneLine(String text) {
        String line = String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private String written() {
        try {
            Path file = Files.createTempFile("stampwright-", ".log");
            try (PrintWriter trace = new PrintWriter(Files.newBufferedWriter(file, StandardOpenOption.WRITE))) {
                trace.println(Instant.now());
                cause.printStackTrace(trace);
            }
            return file.toString();
        } catch (IOException nowhere) {
            return "nothing, because no file could be written for it (" + nowhere.getMessage() + ")";
        }
    }
}
