package org.stampwright.webstart;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The helper's command-line arguments. */
sealed interface HelperArguments {
    /** The usage line of the mode without a window. */
    String USAGE = "usage: java -jar print-helper.jar --url BASE --ticket FILE|- --serial S --pdf FILE [--run UUID]";

    /** The arguments from a JNLP: address of the vendor, order, ticket, in this order. */
    record Windowed(URI base, String order, Ticket ticket) implements HelperArguments {}

    /**
     * The arguments of the mode without a window. They name the ticket's file, so that no process list shows the
     * ticket.
     */
    record NoWindow(URI base, String ticketFile, String serial, Path pdf, Optional<UUID> run)
            implements HelperArguments {}

    /** @throws IllegalArgumentException saying what is wrong */
    static HelperArguments parse(String... arguments) {
        if (arguments.length == 3 && !arguments[0].startsWith("--")) {
            return new Windowed(URI.create(arguments[0]), arguments[1], new Ticket(arguments[2]));
        }
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(USAGE);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return new NoWindow(
                URI.create(required(options, "--url")),
                required(options, "--ticket"),
                required(options, "--serial"),
                Path.of(required(options, "--pdf")),
                Optional.ofNullable(options.get("--run")).map(UUID::fromString));
    }

    Set<String> OPTIONS = Set.of("--url", "--ticket", "--serial", "--pdf", "--run");

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing; " + USAGE);
        }
        return value;
    }
}
