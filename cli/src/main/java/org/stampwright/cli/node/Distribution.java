package org.stampwright.cli.node;

import org.stampwright.cli.Refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The built things that {@code up} runs, collected in one folder by the build; {@code bin/stampwright} names it. */
public record Distribution(Path folder) {

    public static Distribution current() {
        String named = System.getProperty("stampwright.dist");
        if (named == null) {
            throw new Refusal("start this program with bin/stampwright (the system property stampwright.dist is not set)");
        }
        return new Distribution(Path.of(named).toAbsolutePath());
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

    public Path libraries() {
        return required("lib");
    }

    /** Unpacks the application server, unless that was done. */
    public void prepare() {
        payara().unpacked();
    }

    PayaraTemplate payara() {
        return new PayaraTemplate(folder.resolve("payara-" + payaraKey()), payaraMicro());
    }

    /** Fits one Payara and one JVM; another JVM would leave it aside with a warning. */
    public Path classArchive() {
        return folder.resolve("payara-" + payaraKey() + "-" + Runtime.version().toString().replace('+', '_') + ".jsa");
    }

    /** The size tells versions apart; the file's time does not, since each build copies it anew. */
    private String payaraKey() {
        try {
            return Long.toString(Files.size(payaraMicro()), Character.MAX_RADIX);
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
