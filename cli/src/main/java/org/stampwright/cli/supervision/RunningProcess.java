package org.stampwright.cli.supervision;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of ours, by id and start time; the id alone could by now be somebody else's. */
public record RunningProcess(long pid, Instant startedAt) {

    public RunningProcess(ProcessHandle handle) {
        this(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info().startInstant().orElse(Instant.EPOCH).equals(startedAt));
    }

    /** Asks it to end, and after the grace time ends it. */
    public void stop(String signal, Duration grace) {
        alive().ifPresent(handle -> {
            signal(signal);
            if (!endedWithin(handle, grace)) {
                handle.destroyForcibly();
                endedWithin(handle, grace);
            }
        });
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        } catch (IOException noKillProgram) {
            alive().ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean endedWithin(ProcessHandle handle, Duration grace) {
        boolean interrupted = Thread.interrupted();
        try {
            handle.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return !handle.isAlive();
        } catch (InterruptedException again) {
            interrupted = true;
            return !handle.isAlive();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
