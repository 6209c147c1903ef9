package org.stampwright.bench.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Counts how often the instances read from the sockets of the other programs. An answer of a few hundred bytes usually
 * arrives in one read, so the number approximates that of the exchanges; the container's own calls are included.
 */
final class Exchanges {

    private final List<Recording> recordings = new ArrayList<>();
    private final Map<Integer, String> names;

    private Exchanges(Map<Integer, String> names) {
        this.names = names;
    }

    /**
     * Starts counting.
     *
     * @param pids  the instances
     * @param names of the programs that listen on these ports
     */
    static Exchanges start(Iterable<Long> pids, Map<Integer, String> names) throws IOException, InterruptedException {
        Exchanges exchanges = new Exchanges(names);
        for (long pid : pids) {
            exchanges.recordings.add(Recording.start(pid, "exchanges.jfc"));
        }
        return exchanges;
    }

    /** Ends counting and returns the number of reads by the program that was read from. */
    Map<String, Integer> stop() throws IOException, InterruptedException {
        Map<String, Integer> reads = new TreeMap<>();
        for (Recording one : recordings) {
            Path file = one.stop();
            try (RecordingFile recording = new RecordingFile(file)) {
                while (recording.hasMoreEvents()) {
                    count(reads, recording.readEvent());
                }
            }
            Files.delete(file);
        }
        return reads;
    }

    private void count(Map<String, Integer> reads, RecordedEvent event) {
        if (event.getEventType().getName().equals("jdk.SocketRead") && event.getLong("bytesRead") > 0) {
            String from = names.get(event.getInt("port"));
            if (from != null) {
                reads.merge(from, 1, Integer::sum);
            }
        }
    }
}
