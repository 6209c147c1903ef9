package org.stampwright.bench.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** Waits until the system has come to a state. */
public final class Waiting {

    private static final long PACE_MS = 100;

    private Waiting() {}

    /** A state that is asked for. */
    @FunctionalInterface
    public interface State {

        boolean isReached() throws SQLException, IOException, InterruptedException;
    }

    /**
     * Returns the seconds until the state was reached.
     *
     * @param what    is awaited, for the fault
     * @param longest after which it is a fault
     */
    public static double until(String what, Duration longest, State state)
            throws SQLException, IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!state.isReached()) {
            if (System.nanoTime() - begin > longest.toNanos()) {
                throw new IOException("after " + longest.toSeconds() + " s not reached: " + what);
            }
            Thread.sleep(PACE_MS);
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
