package org.stampwright.cli.supervision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A program to keep running.
 *
 * @param name in {@code status} and of the log file
 * @param port on which it listens
 * @param prepare runs before each start, including the first
 * @param command the program and its arguments, without secrets
 * @param folder its working directory
 * @param log its output, appended
 * @param healthy polled until it returns true; never throws for a program that is still starting
 * @param alive polled while it runs; a program that keeps failing is restarted. The check must not depend on another
 * program, because a restart would not help
 * @param patience the time to become healthy, after which it is restarted
 * @param signal that asks it to end: "TERM", or "INT" for PostgreSQL's fast shutdown
 */
public record Program(
        String name,
        int port,
        Runnable prepare,
        List<String> command,
        Path folder,
        Path log,
        BooleanSupplier healthy,
        BooleanSupplier alive,
        Duration patience,
        String signal) {

    /** The liveness check of a program that is restarted only when its process has ended. */
    public static final BooleanSupplier WHILE_THE_PROCESS_LIVES = () -> true;
}
