package org.stampwright.bench.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The processor time of a process or thread, read from {@code stat} below {@code /proc}.
 *
 * @param name     of the thread or program, at most 15 characters
 * @param parent   the process that started it
 * @param userMs   its own time outside the kernel
 * @param systemMs its own time in the kernel
 * @param reapedMs the time of its children that have ended
 */
record ProcStat(String name, long parent, long userMs, long systemMs, long reapedMs) {

    /** Linux counts in hundredths of a second on all platforms that the embedded PostgreSQL is published for. */
    private static final int MS_A_TICK = 10;

    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int REAPED_USER = 13;
    private static final int REAPED_SYSTEM = 14;

    /** Reads a {@code stat} file; empty if the process or thread has ended. */
    static Optional<ProcStat> read(Path file) throws IOException {
        String line;
        try {
            line = Files.readString(file);
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        } catch (IOException gone) {
            // Reading the file of a thread that ends meanwhile fails with "no such process".
            if (Files.exists(file)) {
                throw gone;
            }
            return Optional.empty();
        }
        return Optional.of(parse(line));
    }

    /** The name may contain blanks and parentheses, so the fields are counted from the last parenthesis. */
    static ProcStat parse(String line) {
        int close = line.lastIndexOf(')');
        String[] fields = line.substring(close + 2).split(" ");
        return new ProcStat(
                line.substring(line.indexOf('(') + 1, close),
                Long.parseLong(fields[PARENT]),
                ms(fields[USER]),
                ms(fields[SYSTEM]),
                ms(fields[REAPED_USER]) + ms(fields[REAPED_SYSTEM]));
    }

    private static long ms(String ticks) {
        return Long.parseLong(ticks.strip()) * MS_A_TICK;
    }

    long ownMs() {
        return userMs + systemMs;
    }
}
