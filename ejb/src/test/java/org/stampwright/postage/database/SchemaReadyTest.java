package org.stampwright.postage.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaReadyTest {

    /** A migration on which this version does not rely would have this test changed together with it. */
    @Test
    void the_newest_migration_is_needed() throws IOException, URISyntaxException {
        assertThat(SchemaReady.NEEDED).isEqualTo(newestMigration());
    }

    private static int newestMigration() throws IOException, URISyntaxException {
        URI folder = SchemaReadyTest.class.getResource("/db/migration").toURI();
        if (folder.getScheme().equals("file")) {
            return newestIn(Path.of(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
            return newestIn(jar.getPath("/db/migration"));
        }
    }

    private static int newestIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("V\\d+__.*[.]sql"))
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();
        }
    }
}
