package org.stampwright.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * A failure of a command, reported in one line. An expected failure is reported in this program's own words. For any
 * other, the line names the file with the stack trace, because a stack trace does not help a person at a terminal.
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
            return "no file, because none could be written (" + nowhere.getMessage() + ")";
        }
    }
}
