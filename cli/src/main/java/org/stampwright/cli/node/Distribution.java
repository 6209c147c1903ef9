package org.stampwright.cli.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.CRC32;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Folders;

/** The programs that {@code up} runs, collected in one folder by the build; {@code bin/stampwright} names it. */
public record Distribution(Path folder) {

    public static Distribution current() {
        String named = System.getProperty("stampwright.dist");
        if (named == null) {
            throw new Refusal(
                    "start this program with bin/stampwright (the system property stampwright.dist is not set)");
        }
        return new Distribution(Path.of(named).toAbsolutePath());
    }

    /**
     * Copies this distribution to another folder, so that a later build does not affect a running home: a restarted
     * program is the same as before, on the schema that it was built for. Build output is copied; the application
     * server, which is large and never written to, is linked.
     */
    public Distribution copiedTo(Path copy) {
        Distribution copied = new Distribution(copy);
        Folders.delete(copy);
        try {
            Files.createDirectories(copy);
            for (Path built : List.of(vendorApplication(), authority(), cardSandbox(), printHelper(), listener())) {
                Files.copy(built, copy.resolve(built.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        Folders.link(payaraMicro(), copied.folder.resolve(payaraMicro().getFileName()));
        Folders.link(
                payara().unpacked(), copied.folder.resolve(payara().unpacked().getFileName()));
        if (Files.exists(classArchive())) {
            Folders.link(classArchive(), copied.classArchive());
        }
        return copied;
    }

    public Path payaraMicro() {
        return required("payara-micro.jar");
    }

    public Path vendorApplication() {
        return required("stampwright.war");
    }

    public Path authority() {
        return required("authority.war");
    }

    public Path cardSandbox() {
        return required("card-sandbox.jar");
    }

    public Path printHelper() {
        return required("print-helper.jar");
    }

    /** The filters of the HTTP listeners. */
    public Path listener() {
        return required("listener.jar");
    }

    public Path libraries() {
        return required("lib");
    }

    /** Unpacks the application server, unless that was done. */
    public void prepare() {
        payara().unpacked();
    }

    PayaraTemplate payara() {
        return new PayaraTemplate(folder.resolve("payara-" + payaraKey()), payaraMicro(), listener());
    }

    /** Returns the class archive for one Payara and one JVM; another JVM ignores it with a warning. */
    public Path classArchive() {
        return folder.resolve(
                "payara-" + payaraKey() + "-" + Runtime.version().toString().replace('+', '_') + ".jsa");
    }

    /** Distinguishes versions by size and content; a file's time does not help, because each build copies it anew. */
    private String payaraKey() {
        try {
            CRC32 checksum = new CRC32();
            checksum.update(Files.readAllBytes(listener()));
            return Long.toString(Files.size(payaraMicro()), Character.MAX_RADIX) + "-"
                    + Long.toString(checksum.getValue(), Character.MAX_RADIX);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path required(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            throw new Refusal(file + " is missing; build it with: mvn -DskipTests package");
        }
        return file;
    }
}
