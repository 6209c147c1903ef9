package org.stampwright.cli.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.cli.Refusal;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void a_folder_with_other_things_in_it_is_refused_and_left_as_it_was() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "mine");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(new Home(folder)::make)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("neither empty nor a home");

        assertThat(folder).isDirectoryContaining("glob:**/letter.txt").isDirectoryNotContaining("glob:**/secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void a_folder_that_has_only_stock_files_becomes_a_home() throws IOException {
        Files.createDirectories(folder.resolve("stock"));

        assertThat(new Home(folder).make().isMade()).isTrue();
    }

    @Test
    void an_empty_folder_becomes_a_home_and_a_home_stays_one() {
        assertThat(new Home(folder).make().isMade()).isTrue();
        assertThat(new Home(folder).make().isMade()).isTrue();
    }
}
