package org.stampwright.cli.up;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** One line a step, with the seconds since the beginning. */
final class Progress {

    private final PrintWriter out;
    private final long began = System.nanoTime();

    Progress(PrintWriter out) {
        this.out = out;
    }

    void step(String what) {
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, what);
        out.flush();
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }
}
