package org.stampwright.cli.up;

import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.stampwright.cli.home.Home;

/**
 * One line per step, with the seconds since the beginning: on the supervisor's terminal, and in {@code supervisor.log}
 * for other terminals.
 */
final class Progress {

    private final PrintWriter out;
    private final PrintWriter log;
    private long began = System.nanoTime();

    Progress(Home home, PrintWriter out) {
        this.out = out;
        try {
            this.log = new PrintWriter(new FileWriter(home.log("supervisor").toFile(), StandardCharsets.UTF_8, true));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Starts counting the seconds. */
    void begin() {
        began = System.nanoTime();
    }

    void step(String what) {
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        say(String.format(Locale.ROOT, "%6.1f s  %s", seconds, what));
    }

    void say(String line) {
        for (PrintWriter each : new PrintWriter[] {out, log}) {
            each.println(line);
            each.flush();
        }
    }
}
