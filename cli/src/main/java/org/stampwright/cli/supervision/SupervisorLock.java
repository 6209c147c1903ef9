package org.stampwright.cli.supervision;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Home;

/**
 * The lock of a home's one supervisor. The kernel releases it when the process ends, for whatever reason, so the lock
 * alone tells whether a supervisor runs; the file beside it names the process.
 */
public final class SupervisorLock implements Closeable {

    private static final int TRIES = 20;
    private static final long BETWEEN_TRIES = 50;

    private final FileChannel channel;
    private final Path pidFile;

    private SupervisorLock(FileChannel channel, Path pidFile) {
        this.channel = channel;
        this.pidFile = pidFile;
    }

    /** Tries for a second, because a process that only checks the lock holds it for a moment. */
    public static SupervisorLock take(Home home) throws IOException, InterruptedException {
        FileChannel channel =
                FileChannel.open(home.supervisorLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        for (int tries = 0; channel.tryLock() == null; tries++) {
            if (tries == TRIES) {
                channel.close();
                throw new Refusal("another supervisor holds " + home.folder());
            }
            Thread.sleep(BETWEEN_TRIES);
        }
        RunningProcess us = new RunningProcess(ProcessHandle.current());
        Home.writeWhole(home.supervisorPid(), us.pid() + "\n" + us.birth().text() + "\n");
        return new SupervisorLock(channel, home.supervisorPid());
    }

    /** Returns the supervisor of this home, if one runs. */
    public static Optional<RunningProcess> holder(Home home) {
        Optional<RunningProcess> named = named(home.supervisorPid());
        // Within the supervisor itself, closing a second channel would release its lock.
        boolean us =
                named.filter(one -> one.pid() == ProcessHandle.current().pid()).isPresent();
        return us || isHeld(home.supervisorLock())
                ? named.filter(one -> one.alive().isPresent())
                : Optional.empty();
    }

    private static Optional<RunningProcess> named(Path pidFile) {
        try {
            var lines = Files.readAllLines(pidFile);
            return Optional.of(new RunningProcess(Long.parseLong(lines.get(0)), new ProcessStart(lines.get(1))));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException noSuchFileOrFromAnOlderBuild) {
            return Optional.empty();
        }
    }

    private static boolean isHeld(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException unlockable) {
            throw new UncheckedIOException(unlockable);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(pidFile);
        channel.close();
    }
}
