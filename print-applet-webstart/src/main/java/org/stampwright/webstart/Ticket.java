package org.stampwright.webstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The print ticket. Its holder may print the order once, so its text leaves this record only for the Authorization
 * header.
 */
public record Ticket(String text) {
    public Ticket {
        if (!text.matches("[\\x21-\\x7E]+")) {
            throw new IllegalArgumentException("The print ticket is empty or damaged.");
        }
    }

    /** Reads it from a file, or from standard input if the name is {@code -}; never from an argument. */
    static Ticket read(String fileOrDash, InputStream input) throws IOException {
        byte[] bytes = fileOrDash.equals("-") ? input.readAllBytes() : Files.readAllBytes(Path.of(fileOrDash));
        return new Ticket(new String(bytes, StandardCharsets.US_ASCII).strip());
    }

    String authorization() {
        return "Ticket " + text;
    }

    @Override
    public String toString() {
        return "Ticket";
    }
}
