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

    /**
     * Returns the beginning of the command of a server process.
     *
     * @param performance omits the settings that shorten the start but slow the system
     */
    public static List<String> serverCommand(boolean performance, String... options) {
        List<String> command = command(options);
        if (!performance) {
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        }
        return command;
    }
}
