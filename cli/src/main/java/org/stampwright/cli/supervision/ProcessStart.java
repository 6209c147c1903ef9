package org.stampwright.cli.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * The start time of a process, as text for {@code state.json}. Where the kernel reports it, that is the boot and the
 * clock tick since then ({@code proc(5)}), which a step of the wall clock does not change; elsewhere it is the wall
 * clock's time, within a tolerance.
 */
record ProcessStart(String text) {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Duration TOLERANCE = Duration.ofSeconds(3);
    /** Field 22 of {@code /proc/PID/stat}, counted after the name, which is field 2 and may contain any character. */
    private static final int START_BEHIND_NAME = 19;

    static ProcessStart of(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String tick = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[START_BEHIND_NAME];
            return new ProcessStart(Files.readString(BOOT).strip() + " " + tick);
        } catch (IOException noSuchKernel) {
            return new ProcessStart(
                    process.info().startInstant().orElse(Instant.EPOCH).toString());
        }
    }

    boolean isThatOf(ProcessHandle process) {
        ProcessStart other = of(process);
        if (equals(other)) {
            return true;
        }
        try {
            return Duration.between(Instant.parse(text), Instant.parse(other.text))
                            .abs()
                            .compareTo(TOLERANCE)
                    < 0;
        } catch (DateTimeException ticks) {
            return false;
        }
    }
}
