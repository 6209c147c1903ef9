package org.stampwright.cli.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The jar that starts an unpacked Payara Micro. Its manifest names every library of the server, relative to itself; the
 * launcher accepts no further ones as arguments.
 */
final class LauncherJar {

    private static final String NAME = "launch-micro.jar";

    private LauncherJar() {}

    /** Copies the library into an unpacked Payara Micro and adds it to its class path. */
    static void add(Path payara, Path library) throws IOException {
        Path launcher = payara.resolve(NAME);
        Path changed = payara.resolve(NAME + ".new");
        Files.copy(library, payara.resolve("runtime").resolve(library.getFileName()));
        try (JarFile jar = new JarFile(launcher.toFile());
                OutputStream file = Files.newOutputStream(changed);
                JarOutputStream copy = new JarOutputStream(file, withLibrary(jar.getManifest(), library))) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    copy.putNextEntry(new JarEntry(entry.getName()));
                    jar.getInputStream(entry).transferTo(copy);
                }
            }
        }
        Files.move(changed, launcher, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Manifest withLibrary(Manifest manifest, Path library) {
        manifest.getMainAttributes()
                .merge(Attributes.Name.CLASS_PATH, "runtime/" + library.getFileName(), (all, one) -> all + " " + one);
        return manifest;
    }
}
