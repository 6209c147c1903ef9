package org.stampwright.cardsandbox;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The company's records: one JSON object a line, only ever appended. A line counts once {@link #sync} has returned;
 * callers that wait together share one force to disk. A last line that a crash cut short was never answered to
 * anybody, so it is cut off when the journal is opened; a damaged line before it stops the start.
 */
final class Journal implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final Object force = new Object();
    private volatile long written;
    private volatile long durable;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Journal open(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("Another card sandbox writes to " + file + ".");
        }
        channel.truncate(endOfLastLine(file));
        channel.position(channel.size());
        return new Journal(file, channel);
    }

    private static long endOfLastLine(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long end = bytes.length();
            while (end > 0) {
                bytes.seek(end - 1);
                if (bytes.read() == '\n') {
                    return end;
                }
                end--;
            }
            return 0;
        }
    }

    /** Gives every line to {@code reader} in order; to be called once, before the first append. */
    void replay(Consumer<JsonObject> reader) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.accept(Fields.parse(line));
                written++;
            }
        }
        durable = written;
    }

    /** Appends a line; it is durable only after {@link #sync}. Callers serialise their appends. */
    void append(JsonObject line) {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The journal cannot be written: " + file, unwritable);
        }
        written = written + 1;
    }

    /** Returns when everything appended before the call is on disk. */
    void sync() {
        long wanted = written;
        if (durable >= wanted) {
            return;
        }
        synchronized (force) {
            if (durable >= wanted) {
                return;
            }
            long reached = written;
            try {
                channel.force(false);
            } catch (IOException unforced) {
                throw new UncheckedIOException("The journal cannot be forced to disk: " + file, unforced);
            }
            durable = reached;
        }
    }

    /** The number of lines. */
    long length() {
        return written;
    }

    /** The lines after the first {@code skipped}, as text; the caller closes the stream. */
    Stream<String> linesAfter(long skipped) throws IOException {
        long count = Math.max(0, written - skipped);
        return Files.lines(file).skip(skipped).limit(count);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
