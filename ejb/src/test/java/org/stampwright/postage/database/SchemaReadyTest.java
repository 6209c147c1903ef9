package org.stampwright.postage.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaReadyTest {

    @Test
    void it_needs_a_migration_that_exists() throws Exception {
        var migrations = getClass().getResource("/db/migration");
        assertThat(migrations).isNotNull();
        assertThat(SchemaReady.NEEDED).isPositive();
        assertThat(resourceOf(SchemaReady.NEEDED))
                .as("migration " + SchemaReady.NEEDED)
                .isNotNull();
    }

    private static String resourceOf(int version) throws Exception {
        var folder = SchemaReadyTest.class.getResource("/db/migration").toURI();
        if (folder.getScheme().equals("file")) {
            try (var files = java.nio.file.Files.list(java.nio.file.Path.of(folder))) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.startsWith("V" + version + "__"))
                        .findFirst()
                        .orElse(null);
            }
        }
        try (var jar = java.nio.file.FileSystems.newFileSystem(folder, java.util.Map.of());
                var files = java.nio.file.Files.list(jar.getPath("/db/migration"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V" + version + "__"))
                    .findFirst()
                    .orElse(null);
        }
    }
}
