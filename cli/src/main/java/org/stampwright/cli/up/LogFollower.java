package org.stampwright.cli.up;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Home;

/** Shows new lines of {@code supervisor.log}; refusals go to standard error. */
final class LogFollower implements Closeable {

    private final RandomAccessFile file;
    private final PrintWriter out;
    private final PrintWriter err;

    LogFollower(Home home, PrintWriter out, PrintWriter err) throws IOException {
        File log = home.log("supervisor").toFile();
        log.createNewFile();
        this.file = new RandomAccessFile(log, "r");
        this.out = out;
        this.err = err;
        file.seek(file.length());
    }

    /** Shows the complete lines that were added since the last call. */
    void show() throws IOException {
        long shown = file.getFilePointer();
        byte[] fresh = new byte[(int) Math.max(0, file.length() - shown)];
        file.readFully(fresh);
        int whole = fresh.length;
        while (whole > 0 && fresh[whole - 1] != '\n') {
            whole--;
        }
        file.seek(shown + whole);
        new String(fresh, 0, whole, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> (line.startsWith(Refusal.BEGINNING) ? err : out).println(line));
        out.flush();
        err.flush();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
