package org.stampwright.acceptance;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A process that is suspended, like a machine that hangs; it continues when this is closed. */
record Suspension(long pid) implements AutoCloseable {

    static Suspension of(long pid) {
        signal("-STOP", pid);
        return new Suspension(pid);
    }

    @Override
    public void close() {
        signal("-CONT", pid);
    }

    private static void signal(String name, long pid) {
        try {
            Process kill = new ProcessBuilder("kill", name, Long.toString(pid))
                    .inheritIO()
                    .start();
            if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new AssertionError("kill " + name + " " + pid + " failed");
            }
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
