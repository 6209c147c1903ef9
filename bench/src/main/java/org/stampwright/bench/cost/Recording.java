package org.stampwright.bench.cost;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A flight recording of a running JVM of the same JDK, started and written through {@code jcmd}. */
final class Recording {

    private static final String NAME = "stampwright-bench";

    private final long pid;

    private Recording(long pid) {
        this.pid = pid;
    }

    /**
     * Starts a recording.
     *
     * @param settings the name of a resource with the events to record
     */
    static Recording start(long pid, String settings) throws IOException, InterruptedException {
        Path file = Files.createTempFile("bench", ".jfc");
        try (InputStream resource = Recording.class.getResourceAsStream(settings)) {
            Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
        }
        Recording recording = new Recording(pid);
        try {
            recording.jcmd("JFR.start", "name=" + NAME, "settings=" + file);
        } finally {
            Files.delete(file);
        }
        return recording;
    }

    /** Ends the recording and returns its file, which the caller deletes. */
    Path stop() throws IOException, InterruptedException {
        Path file = Files.createTempFile("bench", ".jfr");
        jcmd("JFR.stop", "name=" + NAME, "filename=" + file);
        return file;
    }

    private void jcmd(String command, String... arguments) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        String[] line = new String[arguments.length + 3];
        line[0] = program.toString();
        line[1] = Long.toString(pid);
        line[2] = command;
        System.arraycopy(arguments, 0, line, 3, arguments.length);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || output.contains("Could not")) {
            throw new IOException("jcmd " + pid + " " + command + ": " + output);
        }
    }
}
