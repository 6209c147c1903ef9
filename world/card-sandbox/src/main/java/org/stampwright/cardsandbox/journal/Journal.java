package org.stampwright.cardsandbox.journal;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.stampwright.cardsandbox.http.Fields;

/**
 * The company's append-only records: one JSON object per line, its head first. A line is durable once {@link #sync} has
 * returned; callers that wait at the same time share one force to disk. A last line that a crash cut short was never
 * acknowledged, so it is truncated when the journal is opened. A damaged line before it prevents the start.
 */
public final class Journal implements Closeable {
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

    public static Journal open(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        FileChannel alone = lock(file.resolveSibling(file.getFileName() + ".lock"));
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel.truncate(endOfLastLine(file));
        return new Journal(file, channel, alone);
    }

    /** Locks a separate file, because closing any channel of a locked file would release this process's lock on it. */
    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException mine) {
            LOG.log(System.Logger.Level.DEBUG, "this process already holds the lock", mine);
        }
        channel.close();
        throw new IOException("another card sandbox uses this journal");
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

    /** Receives a line's head and the place at which {@link #lineAt} finds the whole line again. */
    public interface Reader {
        void take(JsonObject head, long place);
    }

    /** Passes the head of every line to {@code reader} in order; to be called once, before the first append. */
    public void replay(Reader reader) throws IOException {
        byte[] buffer = new byte[1 << 16];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                int from = 0;
                for (int at = 0; at < count; at++) {
                    if (buffer[at] == '\n') {
                        line.write(buffer, from, at - from);
                        reader.take(head(line), size);
                        size += line.size() + 1;
                        written = written + 1;
                        line.reset();
                        from = at + 1;
                    }
                }
                line.write(buffer, from, count - from);
            }
        }
        durable = written;
    }

    /** Parses only the head, which is all that a start needs of most lines. */
    private JsonObject head(ByteArrayOutputStream line) throws IOException {
        String text = line.toString(StandardCharsets.UTF_8);
        try (JsonParser parser = Fields.PROVIDER.createParser(new StringReader(text))) {
            parser.next();
            parser.next();
            if (!parser.getString().equals("head") || !text.endsWith("}")) {
                throw new JsonException("no head, or no end");
            }
            parser.next();
            return parser.getObject();
        } catch (JsonException | IllegalStateException | NoSuchElementException damaged) {
            throw new IOException("line " + (written + 1) + " of the journal is damaged", damaged);
        }
    }

    /** Appends a line and returns its place; it is durable only after {@link #sync}. Callers serialise appends. */
    public long append(JsonObject line) {
        long place = size;
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                size += channel.write(bytes, size);
            }
        } catch (IOException unwritable) {
            // The next line overwrites the partly written bytes, which were never acknowledged.
            size = place;
            throw new UncheckedIOException("The journal cannot be written: " + file, unwritable);
        }
        written = written + 1;
        return place;
    }

    /** Returns the line at a place that {@link #append} or {@link #replay} returned. */
    public JsonObject lineAt(long place) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer part = ByteBuffer.allocate(8192);
        try {
            for (long at = place; channel.read(part, at) > 0; at += part.capacity()) {
                for (part.flip(); part.hasRemaining(); ) {
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
        throw new IllegalArgumentException("The journal has no complete line at " + place + ".");
    }

    /** Returns when everything appended before the call is on disk. */
    public void sync() {
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

    /** Returns whether everything appended is on disk. */
    public boolean isDurable() {
        return durable >= written;
    }

    /** Returns the number of lines. */
    public long length() {
        return written;
    }

    /** Returns the lines after the first {@code skipped}, as text; the caller closes the stream. */
    public Stream<String> linesAfter(long skipped) throws IOException {
        long count = Math.max(0, written - skipped);
        return Files.lines(file).skip(skipped).limit(count);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        lock.close();
    }
}
