package org.stampwright.bench.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the instances' processor time goes. The kernel says exactly how long each thread ran; the samples of a flight
 * recording say in which part. The time of a thread outside the kernel is divided among the parts as its samples are.
 */
public final class PartCosts {

    private static final String KERNEL = "system calls (network, locks)";
    private static final String OTHER = "other code";
    private static final String UNSAMPLED = "threads without a sample";
    private static final String ENDED = "threads that ended";

    private final Map<Long, Recording> recordings = new HashMap<>();
    private final Map<Long, ThreadTimes> before = new HashMap<>();

    private PartCosts() {}

    /** Starts a recording in each of these processes. */
    public static PartCosts start(Iterable<Long> pids) throws IOException, InterruptedException {
        PartCosts costs = new PartCosts();
        for (long pid : pids) {
            costs.recordings.put(pid, Recording.start(pid, "profile.jfc"));
        }
        for (long pid : pids) {
            costs.before.put(pid, ThreadTimes.now(pid));
        }
        return costs;
    }

    /** Ends the recordings and returns the milliseconds of each part, of all processes together. */
    public Map<String, Double> stop() throws IOException, InterruptedException {
        Map<Long, ThreadTimes> used = new HashMap<>();
        for (Map.Entry<Long, ThreadTimes> one : before.entrySet()) {
            used.put(one.getKey(), ThreadTimes.now(one.getKey()).since(one.getValue()));
        }
        Map<String, Double> parts = new TreeMap<>();
        for (Map.Entry<Long, Recording> one : recordings.entrySet()) {
            Path file = one.getValue().stop();
            add(parts, used.get(one.getKey()), samples(file));
            Files.delete(file);
        }
        return parts;
    }

    static void add(Map<String, Double> parts, ThreadTimes used, Map<Long, Map<String, Integer>> samples) {
        used.threads().forEach((id, time) -> {
            String machinery = ofMachine(time.name());
            if (machinery != null) {
                count(parts, machinery, time.ownMs());
            } else {
                count(parts, KERNEL, time.systemMs());
                divide(parts, time.userMs(), samples.getOrDefault(id, Map.of()));
            }
        });
        count(parts, ENDED, used.endedMs());
    }

    private static void divide(Map<String, Double> parts, long ms, Map<String, Integer> samples) {
        double all = samples.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            count(parts, UNSAMPLED, ms);
        } else {
            samples.forEach((part, number) -> count(parts, part, ms * number / all));
        }
    }

    private static void count(Map<String, Double> parts, String part, double ms) {
        if (ms > 0) {
            parts.merge(part, ms, Double::sum);
        }
    }

    /** Returns what a thread of the JVM itself does, by the names that HotSpot gives to its threads, or null. */
    private static String ofMachine(String thread) {
        if (thread.startsWith("C1 Compiler") || thread.startsWith("C2 Compiler")) {
            return "JIT compiler";
        }
        if (thread.startsWith("GC ") || thread.startsWith("G1 ") || thread.startsWith("VM Thread")) {
            return "garbage collector and safepoints";
        }
        return thread.startsWith("JFR ") ? "the recording itself" : null;
    }

    /** Returns the number of samples of each thread, by part. */
    private static Map<Long, Map<String, Integer>> samples(Path file) throws IOException {
        Map<Long, Map<String, Integer>> samples = new HashMap<>();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    long thread = event.getThread("sampledThread").getOSThreadId();
                    String part = Part.of(frames(event.getStackTrace()))
                            .map(Part::title)
                            .orElse(OTHER);
                    samples.computeIfAbsent(thread, id -> new HashMap<>()).merge(part, 1, Integer::sum);
                }
            }
        }
        return samples;
    }

    private static List<String> frames(RecordedStackTrace stack) {
        List<String> frames = new ArrayList<>();
        for (RecordedFrame frame : stack.getFrames()) {
            frames.add(frame.getMethod().getType().getName() + "."
                    + frame.getMethod().getName());
        }
        return frames;
    }
}
