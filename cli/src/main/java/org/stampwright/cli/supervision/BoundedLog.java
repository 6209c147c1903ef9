package org.stampwright.cli.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The log of a program, which appends to it. When the file has reached its limit, it is copied to {@code NAME.log.1}
 * and emptied, so that a program's logs never take more than twice the limit. Lines that are written between the copy
 * and the emptying are lost.
 */
final class BoundedLog {

    static final long USUAL_LIMIT = 16L << 20;

    private final Path file;
    private final Path earlier;
    private final long limit;

    BoundedLog(Path file, long limit) {
        this.file = file;
        this.earlier = file.resolveSibling(file.getFileName() + ".1");
        this.limit = limit;
    }

    void bound() {
        try {
            if (Files.exists(file) && Files.size(file) > limit) {
                Files.copy(file, earlier, StandardCopyOption.REPLACE_EXISTING);
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                        .close();
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
