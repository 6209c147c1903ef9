package org.stampwright.cli.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {

    @TempDir
    Path folder;

    private Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "no number\n", "4194305\n"})
    void a_file_that_names_nobody_is_deleted(String content) throws IOException {
        Path data = data(content);

        assertThat(new PidFile(data).server()).isEmpty();
        new PidFile(data).deleteIfStale();

        assertThat(data.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void a_number_that_is_a_strangers_by_now_is_deleted_and_the_stranger_left_alone() throws IOException {
        Path data = data(ProcessHandle.current().pid() + "\n" + folder + "\n");

        assertThat(new PidFile(data).server()).isEmpty();
        new PidFile(data).deleteIfStale();

        assertThat(data.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void a_server_is_known_by_the_folder_it_runs_in_under_whatever_name() throws IOException {
        Path data = data("");
        process = postgres(data);
        Files.writeString(data.resolve("postmaster.pid"), process.pid() + "\n");
        Path otherName = Files.createSymbolicLink(folder.resolve("other"), data);

        assertThat(new PidFile(otherName).server()).map(ProcessHandle::pid).hasValue(process.pid());
        new PidFile(otherName).deleteIfStale();

        assertThat(data.resolve("postmaster.pid")).exists();
    }

    @Test
    void another_homes_server_is_not_ours_but_its_number_is_left_for_postgres_to_judge() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        process = postgres(elsewhere);
        Path data = data(process.pid() + "\n");

        assertThat(new PidFile(data).server()).isEmpty();
        new PidFile(data).deleteIfStale();

        assertThat(data.resolve("postmaster.pid")).exists();
    }

    private Path data(String pidFile) throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("postmaster.pid"), pidFile);
        return data;
    }

    /** Starts a program of that name that only sleeps. */
    private Process postgres(Path data) throws IOException {
        Path program = Files.copy(Path.of("/bin/sleep").toRealPath(), folder.resolve("postgres"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return new ProcessBuilder(program.toString(), "600")
                .directory(data.toFile())
                .start();
    }
}
