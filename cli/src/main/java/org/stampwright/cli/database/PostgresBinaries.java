package org.stampwright.cli.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.stampwright.cli.Refusal;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the archive that zonky publishes. We run them ourselves, because zonky's own
 * starter trusts every connection, switches fsync off, and stops the server with the JVM that started it.
 */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** Returns the folder with {@code bin/}, unpacking it first if necessary. */
    static Path unpackedIn(Path folder) {
        if (Files.exists(folder.resolve(".whole"))) {
            return folder;
        }
        String system = System.getProperty("os.name").replaceAll(" .*", "");
        String machine =
                System.getProperty("os.arch").replace("amd64", "x86_64").replace("aarch64", "arm_64");
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            if (packed == null) {
                throw new Refusal("no embedded PostgreSQL for " + system.toLowerCase(Locale.ROOT) + " " + machine);
            }
            unpack(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed))), folder);
            Files.createFile(folder.resolve(".whole"));
            return folder;
        } catch (IOException broken) {
            throw new Refusal("PostgreSQL could not be unpacked to " + folder + " (" + broken + ")", broken);
        }
    }

    private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("entry outside the folder: " + entry.getName());
            }
            Files.deleteIfExists(entry.isDirectory() ? folder.resolve(".whole") : file);
            unpack(entry, tar, file);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        boolean runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
