package org.stampwright.cli.buying;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.stampwright.cli.Refusal;

/**
 * The file that a page is written to. It is claimed before anything is paid: whoever pays must be able to print. A file
 * that exists is never replaced, unless the caller insists, and nothing but a regular file ever is.
 */
public final class PageFile {

    private static final System.Logger LOG = System.getLogger(PageFile.class.getName());
    /** More than the longest page takes. */
    private static final int ROOM = 1 << 20;

    private final Path path;
    private final boolean isNew;

    private PageFile(Path path, boolean isNew) {
        this.path = path;
        this.isNew = isNew;
    }

    /**
     * Claims the file for this process. A new file is created empty, so that no other purchase writes to it.
     *
     * @param replace whether the page may replace a regular file
     * @throws Refusal if the page could not be written there
     */
    public static PageFile claim(Path wanted, boolean replace) {
        Path path = wanted.toAbsolutePath().normalize();
        boolean exists = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        if (exists && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal(wanted + " is not a regular file; name another one with --out");
        }
        if (exists && !replace) {
            throw new Refusal(wanted + " exists already; name another file with --out, or replace it with --force");
        }
        try {
            leaveRoom(path);
            if (!exists) {
                Files.createFile(path);
            }
        } catch (FileAlreadyExistsException meanwhile) {
            throw new Refusal(wanted + " exists already; another purchase writes to it", meanwhile);
        } catch (IOException unwritable) {
            throw new Refusal(wanted + " cannot be written (" + reason(unwritable) + ")", unwritable);
        }
        return new PageFile(path, !exists);
    }

    /** Writes as much beside the file as a page takes, because a full disk is noticed only by writing. */
    private static void leaveRoom(Path path) throws IOException {
        Path trial = Files.createTempFile(path.getParent(), "sheet", ".part");
        try {
            Files.write(trial, new byte[ROOM]);
        } finally {
            Files.delete(trial);
        }
    }

    private static String reason(IOException unwritable) {
        return unwritable instanceof NoSuchFileException ? "there is no such folder" : unwritable.getMessage();
    }

    public Path path() {
        return path;
    }

    /** Removes the claim of a page that was not written. */
    public void release() {
        try {
            if (isNew && Files.size(path) == 0) {
                Files.delete(path);
            }
        } catch (IOException stays) {
            LOG.log(System.Logger.Level.WARNING, "the empty file " + path + " could not be removed", stays);
        }
    }
}
