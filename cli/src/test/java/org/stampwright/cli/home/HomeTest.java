package org.stampwright.cli.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Test
    void a_file_of_its_own_is_read_back_and_one_that_was_not_written_is_empty() {
        Path file = folder.resolve("plan.json");
        assertThat(Home.read(file)).isEmpty();
        Home.writeWhole(file, "{\"portBase\":24000}");
        assertThat(Home.read(file))
                .hasValueSatisfying(plan -> assertThat(plan.getInt("portBase")).isEqualTo(24_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"portBase\":24000", "{\"portBase\":1,\"portBase\":2}", "{} {}"})
    void a_file_that_holds_anything_but_one_object_is_refused(String text) {
        Path file = folder.resolve("plan.json");
        Home.writeWhole(file, text);
        assertThatThrownBy(() -> Home.read(file)).isInstanceOf(JsonException.class);
    }
}
