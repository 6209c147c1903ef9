package org.stampwright.cardsandbox;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The company's records: one JSON object a line, only ever appended. A line counts once {@link #sync} has returned;
 * callers that wait together share one force to disk. A last line that a crash cut short was never answered to
 * anybody, so it is cut off when the journal is opened; a damaged line before it stops the start.
 */
final class Journal implements Closeable {
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());

    private final Path file;
    private final FileChannel channel;
    private final FileChannel lock;
    private final Object force = new Object();
    private volatile long written;
    private volatile long durable;
    private long size;

    private Journal(Path file, FileChannel channel, FileChannel lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    static Journal open(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        FileChannel alone = lock(file.resolveSibling(file.getFileName() + ".lock"));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        channel.truncate(endOfLastLine(file));
        return new Journal(file, channel, alone);
    }

    /** A file of its own, because closing any reader of a locked file would give up this process's lock on it. */
    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException mine) {
            LOG.log(System.Logger.Level.DEBUG, "this process holds the lock already", mine);
        }
        channel.close();
        throw new IOException("another card sandbox keeps this journal");
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

    /** Takes a line and the place at which {@link #lineAt} finds it again. */
    interface Reader {
        void take(JsonObject line, long place);
    }

    /** Gives every line to {@code reader} in order; to be called once, before the first append. */
    void replay(Reader reader) throws IOException {
        long place = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.take(Fields.parse(line), place);
                place += line.getBytes(StandardCharsets.UTF_8).length + 1;
                written = written + 1;
            }
        }
        durable = written;
        size = place;
    }

    /** Appends a line and answers its place; it is durable only after {@link #sync}. Callers serialise appends. */
    long append(JsonObject line) {
        long place = size;
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                size += channel.write(bytes, size);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The journal cannot be written: " + file, unwritable);
        }
        written = written + 1;
        return place;
    }

    /** The line at a place that {@link #append} or {@link #replay} named. */
    JsonObject lineAt(long place) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer part = ByteBuffer.allocate(8192);
        try {
            for (long at = place; channel.read(part, at) > 0; at += part.capacity()) {
                for (part.flip(); part.hasRemaining();) {
                    byte next = part.get();
                    if (next == '\n') {
                        return Fields.parse(line.toString(StandardCharsets.UTF_8));
                    }
                    line.write(next);
                }
                part.clear();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The journal cannot be read: " + file, unreadable);
        }
        throw new IllegalArgumentException("The journal has no whole line at " + place + ".");
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
        lock.close();
    }
}
