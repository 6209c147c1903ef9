package org.stampwright.cli.supervision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Something to be kept running.
 *
 * @param name     what {@code status} and the log file call it
 * @param port     where it listens
 * @param prepare  run before each start, the first one too
 * @param command  the program and its arguments; no secret among them
 * @param folder   where it runs
 * @param log      its output, appended
 * @param healthy  asked until it says yes; never throws for a program that is still starting
 * @param alive    asked again and again while it runs; a program that keeps saying no is ended and started again. It must not
 *                 depend on another program: a new start would not help
 * @param patience how long it may take to become healthy before it is ended and started again
 * @param signal   what asks it to end: "TERM", or "INT" for PostgreSQL's fast shutdown
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

    /** Of a program that is only started again when its process has ended. */
    public static final BooleanSupplier WHILE_THE_PROCESS_LIVES = () -> true;
}
