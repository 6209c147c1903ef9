package org.stampwright.cli.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLogTest {

    @TempDir
    private Path folder;

    @Test
    void a_log_within_its_limit_stays() throws IOException {
        var file = Files.writeString(folder.resolve("alder.log"), "one line\n");
        new BoundedLog(file, 100).bound();
        assertThat(file).hasContent("one line");
        assertThat(folder.resolve("alder.log.1")).doesNotExist();
    }

    @Test
    void two_files_are_kept_and_the_program_goes_on_appending_to_the_first() throws IOException {
        var file = folder.resolve("alder.log");
        var log = new BoundedLog(file, 100);
        try (var program = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int line = 0; line < 100; line++) {
                program.write(("line %03d of a program that says much\n".formatted(line)).getBytes());
                log.bound();
            }
        }
        assertThat(Files.size(file)).isLessThan(200);
        assertThat(Files.size(folder.resolve("alder.log.1"))).isLessThan(200);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("alder.log", "alder.log.1");
        assertThat(Files.readString(folder.resolve("alder.log.1")) + Files.readString(file))
                .endsWith("line 099 of a program that says much\n");
    }

    @Test
    void no_log_is_no_fault() {
        new BoundedLog(folder.resolve("none.log"), 100).bound();
        assertThat(folder).isEmptyDirectory();
    }
}
