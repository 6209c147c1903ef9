package org.stampwright.cli.supervision;

import org.stampwright.cli.Refusal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One program kept running. It ends only when told to: any other end is followed by a new start, half a second later
 * the first time, then twice as long each time up to half a minute; a minute of health forgets the earlier ends. One that
 * does not become healthy in time is ended; a JVM writes into its log first what each of its threads was doing.
 */
final class Child {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 4;
    private static final Duration TIME_FOR_THREADS = Duration.ofSeconds(2);
    private static final Duration STOP_GRACE = Duration.ofSeconds(20);

    private final Program program;
    private Process process;
    private RunningProcess running;
    private ChildState state = ChildState.STARTING;
    private int restarts;
    private String lastEnd;
    private Duration pause = FIRST_PAUSE;
    private long since;

    Child(Program program) {
        this.program = program;
    }

    Program program() {
        return program;
    }

    ChildState state() {
        return state;
    }

    int restarts() {
        return restarts;
    }

    String lastEnd() {
        return lastEnd;
    }

    RunningProcess running() {
        return running;
    }

    void start() {
        program.prepare().run();
        try {
            process = new ProcessBuilder(inOwnSession(program.command())).directory(program.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile())).start();
        } catch (IOException cannotStart) {
            throw new Refusal(program.name() + " could not be started (" + cannotStart.getMessage() + ")", cannotStart);
        }
        running = new RunningProcess(process.toHandle());
        state = ChildState.STARTING;
        since = System.nanoTime();
    }

    /** Looks once: takes note of health, of an end, and of a pause that is over. */
    void look() {
        if (state == ChildState.WAITING) {
            if (elapsed().compareTo(pause) >= 0) {
                pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                restarts++;
                start();
            }
        } else if (!process.isAlive()) {
            lastEnd = "exit status " + process.exitValue();
            state = ChildState.WAITING;
            since = System.nanoTime();
        } else if (state == ChildState.STARTING && program.healthy().getAsBoolean()) {
            state = ChildState.RUNNING;
            since = System.nanoTime();
        } else if (state == ChildState.STARTING && elapsed().compareTo(patience()) > 0) {
            running.stop("QUIT", TIME_FOR_THREADS);
            lastEnd = "not healthy within " + patience().toSeconds() + " s";
            state = ChildState.WAITING;
            since = System.nanoTime();
        } else if (state == ChildState.RUNNING && elapsed().compareTo(STEADY) > 0) {
            pause = FIRST_PAUSE;
        }
    }

    void stop() {
        state = ChildState.STOPPED;
        if (running != null) {
            running.stop(program.signal(), STOP_GRACE);
        }
    }

    /** Twice as much at each start: what waits for somebody else is not started again and again. */
    private Duration patience() {
        return program.patience().multipliedBy(1L << Math.min(restarts, MOST_DOUBLINGS));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Out of the terminal's process group: Ctrl-C is for the supervisor, which stops its children in order. */
    private static List<String> inOwnSession(List<String> command) {
        if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return command;
        }
        List<String> whole = new ArrayList<>(List.of("/usr/bin/setsid"));
        whole.addAll(command);
        return whole;
    }
}
