package org.stampwright.cli.node;

import java.nio.file.Path;

/** The Java that runs this program, which also runs everything that it starts. */
public final class Java {

    private Java() {}

    public static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
