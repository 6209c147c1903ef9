package org.stampwright.cli.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs this program, which also runs everything that it starts. */
public final class Java {

    /** A JVM without memory goes on in pieces; one that ends is started again. */
    private static final String END_WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError";

    private Java() {}

    /** The beginning of every command that starts a JVM; the arguments of the program follow. */
    public static List<String> command(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(END_WITHOUT_MEMORY);
        command.addAll(List.of(options));
        return command;
    }
}
