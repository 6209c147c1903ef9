package org.stampwright.bench.cost;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The processor time of each thread of one process, and of the process, which includes threads that have ended. */
record ThreadTimes(ProcStat process, Map<Long, ProcStat> threads) {

    static ThreadTimes now(long pid) throws IOException {
        Path folder = Path.of("/proc", Long.toString(pid));
        Map<Long, ProcStat> threads = new HashMap<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(folder.resolve("task"))) {
            for (Path task : tasks) {
                ProcStat.read(task.resolve("stat"))
                        .ifPresent(stat ->
                                threads.put(Long.parseLong(task.getFileName().toString()), stat));
            }
        }
        return new ThreadTimes(ProcStat.read(folder.resolve("stat")).orElseThrow(), threads);
    }

    /** Returns the difference to an earlier reading, with only the threads that run now. */
    ThreadTimes since(ThreadTimes earlier) {
        Map<Long, ProcStat> used = new HashMap<>();
        threads.forEach((id, now) -> used.put(id, difference(now, earlier.threads.get(id))));
        return new ThreadTimes(difference(process, earlier.process), used);
    }

    /** Returns the time of threads that ended in between, and of counting in whole ticks. */
    long endedMs() {
        long seen = threads.values().stream().mapToLong(ProcStat::ownMs).sum();
        return Math.max(0, process.ownMs() - seen);
    }

    private static ProcStat difference(ProcStat now, ProcStat before) {
        return before == null
                ? now
                : new ProcStat(
                        now.name(),
                        now.parent(),
                        now.userMs() - before.userMs(),
                        now.systemMs() - before.systemMs(),
                        0);
    }
}
