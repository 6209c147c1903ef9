package org.stampwright.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherJarTest {

    @TempDir
    private Path payara;

    @Test
    void a_library_is_added_to_the_class_path_and_everything_else_stays() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "runtime/a.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(payara.resolve("launch-micro.jar")), manifest)) {
            jar.putNextEntry(new JarEntry("Main.class"));
            jar.write(new byte[] {1, 2, 3});
        }
        Files.createDirectories(payara.resolve("runtime"));
        var library = Files.writeString(payara.resolve("listener.jar"), "a library");

        LauncherJar.add(payara, library);

        assertThat(payara.resolve("runtime/listener.jar")).hasContent("a library");
        try (var jar = new JarFile(payara.resolve("launch-micro.jar").toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH))
                    .isEqualTo("runtime/a.jar runtime/listener.jar");
            assertThat(jar.getInputStream(jar.getEntry("Main.class")).readAllBytes())
                    .containsExactly(1, 2, 3);
        }
    }
}
