package org.stampwright.cli.supervision;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of ours, by id and start time; another process could reuse the id alone. */
public record RunningProcess(long pid, ProcessStart birth) {

    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    public RunningProcess(ProcessHandle handle) {
        this(handle.pid(), ProcessStart.of(handle));
    }

    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(birth::isThatOf);
    }

    /** Asks it to end, and kills it after the grace time. */
    public void stop(String signal, Duration grace) {
        ask(signal);
        endWithin(grace);
    }

    /** Sends the signal without waiting. */
    void ask(String signal) {
        if (alive().isEmpty()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        } catch (IOException noKillProgram) {
            alive().ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for its end, and kills it after the grace time. */
    void endWithin(Duration grace) {
        alive().ifPresent(handle -> {
            if (!endedWithin(handle, grace)) {
                handle.destroyForcibly();
                endedWithin(handle, AFTER_KILL);
            }
        });
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
