package org.stampwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/stampwright} itself, up to the point where it starts Java. */
class ScriptTest {

    private static final Path SCRIPT =
            Path.of("../bin/stampwright").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void a_missing_jdk_is_one_clear_line() throws IOException, InterruptedException {
        assertThat(refusal()).startsWith("stampwright: a JDK 17 or newer is needed, and 'java' was not found");
    }

    @Test
    void a_java_that_is_too_old_is_one_clear_line() throws IOException, InterruptedException {
        Path old = Files.writeString(
                folder.resolve("java"), "#!/bin/sh\necho '    java.specification.version = 11' >&2\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();

        assertThat(refusal()).startsWith("stampwright: a JDK 17 or newer is needed, 'java' is 11");
    }

    /** Returns the script's message on a machine without any of the programs it needs. */
    private String refusal() throws IOException, InterruptedException {
        for (String tool : List.of("bash", "dirname", "readlink", "sed", "find", "head")) {
            Path own = Files.writeString(folder.resolve(tool), "#!/bin/sh\nexec " + which(tool) + " \"$@\"\n");
            assertThat(own.toFile().setExecutable(true)).isTrue();
        }
        ProcessBuilder script = new ProcessBuilder("/bin/bash", SCRIPT.toString(), "up");
        script.environment().clear();
        script.environment().put("PATH", folder.toString());
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int status = script.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        assertThat(status).isEqualTo(1);
        assertThat(out).isEmptyFile();
        assertThat(Files.readAllLines(err)).hasSize(1);
        return Files.readString(err);
    }

    private static Path which(String tool) {
        return List.of("/bin", "/usr/bin").stream()
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
