package org.stampwright.cli.supervision;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.stampwright.cli.Refusal;

/**
 * One program that is kept running. It ends only when told to; after any other end it is restarted, with a back-off
 * that starts at half a second and doubles up to half a minute. A minute of health resets the back-off. A program that
 * neither becomes healthy in time nor answers, or whose liveness check fails for half a minute, is stopped; a JVM first
 * writes a thread dump to its log. A start that fails (a full disk, a missing file) is retried with the same back-off.
 *
 * <p>Used by one thread, its own; any thread can read its last state.
 */
final class Child {

    private static final System.Logger LOG = System.getLogger(Child.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 4;
    private static final int MOST_PAUSE_DOUBLINGS = 6;
    private static final Duration TIME_FOR_THREADS = Duration.ofSeconds(2);

    /**
     * The result of the last look.
     *
     * @param restarts in its whole life
     * @param lastEnd the reason for the last restart, or null
     * @param onceHealthy whether it was ever healthy
     */
    record Seen(ChildState state, RunningProcess running, int restarts, String lastEnd, boolean onceHealthy) {}

    private final Program program;
    private final Limits limits;
    private final Liveness liveness;
    private final BoundedLog log;
    private Process process;
    private volatile Seen seen = new Seen(ChildState.STARTING, null, 0, null, false);
    private int failures;
    private long since;

    Child(Program program, Limits limits) {
        this.program = program;
        this.limits = limits;
        this.log = new BoundedLog(program.log(), BoundedLog.USUAL_LIMIT);
        this.liveness = new Liveness(program.alive(), limits.pace(), limits.unresponsive());
    }

    Program program() {
        return program;
    }

    Seen seen() {
        return seen;
    }

    /** @throws Refusal if it cannot be started */
    void start() {
        try {
            program.prepare().run();
            process = new ProcessBuilder(inOwnSession(program.command()))
                    .directory(program.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(program.log().toFile()))
                    .start();
        } catch (IOException | UncheckedIOException cannotStart) {
            throw new Refusal(program.name() + " could not be started (" + cannotStart.getMessage() + ")", cannotStart);
        }
        see(ChildState.STARTING, new RunningProcess(process.toHandle()), seen.restarts, seen.lastEnd);
    }

    /** Looks once: records health, an end, and a back-off that is over. */
    void look() {
        log.bound();
        Seen before = seen;
        if (before.state == ChildState.WAITING) {
            if (elapsed().compareTo(pause()) >= 0) {
                startAgain();
            }
        } else if (!process.isAlive()) {
            ended("exit status " + process.exitValue());
        } else if (before.state == ChildState.STARTING) {
            lookAtStart();
        } else {
            lookAtRun();
        }
    }

    private void lookAtStart() {
        if (program.healthy().getAsBoolean()) {
            liveness.begin();
            see(ChildState.RUNNING, seen.running, seen.restarts, seen.lastEnd);
        } else if (elapsed().compareTo(patience()) > 0 && !program.alive().getAsBoolean()) {
            // One that answers waits for another program; a restart would not help it.
            stopAsUnhealthy("not healthy within " + patience().toSeconds() + " s");
        }
    }

    private void lookAtRun() {
        if (liveness.isLost()) {
            stopAsUnhealthy("no answer for " + limits.unresponsive().toSeconds() + " s");
        } else if (liveness.answeredLaterThan(since, limits.steady())) {
            failures = 0;
        }
    }

    private void stopAsUnhealthy(String why) {
        seen.running.stop("QUIT", TIME_FOR_THREADS);
        ended(why);
    }

    private void startAgain() {
        failures++;
        seen = new Seen(seen.state, seen.running, seen.restarts + 1, seen.lastEnd, seen.onceHealthy);
        try {
            start();
        } catch (Refusal notNow) {
            LOG.log(System.Logger.Level.WARNING, notNow.getMessage());
            ended(notNow.getMessage());
        }
    }

    private void ended(String why) {
        see(ChildState.WAITING, seen.running, seen.restarts, why);
    }

    private void see(ChildState state, RunningProcess running, int restarts, String lastEnd) {
        since = System.nanoTime();
        seen = new Seen(state, running, restarts, lastEnd, seen.onceHealthy || state == ChildState.RUNNING);
    }

    private Duration pause() {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_PAUSE_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Doubles the time at each start, so that a program that waits for another is not restarted again and again. */
    private Duration patience() {
        return program.patience().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /**
     * Starts it outside the terminal's process group: Ctrl-C is for the supervisor, which stops its children in order.
     */
    private static List<String> inOwnSession(List<String> command) {
        if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return command;
        }
        List<String> whole = new ArrayList<>(List.of("/usr/bin/setsid"));
        whole.addAll(command);
        return whole;
    }
}
