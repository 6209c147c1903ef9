package org.stampwright.cli.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java runtime of this program, which also runs every program that it starts. */
public final class Java {

    /** A JVM that ran out of memory continues in an undefined state; one that exits is restarted. */
    private static final String END_WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError";

    private Java() {}

    /** Returns the beginning of every command that starts a JVM; the program's arguments follow. */
    public static List<String> command(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(END_WITHOUT_MEMORY);
        command.addAll(List.of(options));
        return command;
    }
}
