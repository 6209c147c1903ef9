package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that the second implementation gives the verdicts of the first one's golden table; needs no running system.
 */
@DisplayName("A second implementation gives the verdict of each file in the table")
class VerdictTableTest {

    private static final Path ROOT =
            Path.of(System.getProperty("stampwright.root")).normalize();
    private static final Path GOLDEN = ROOT.resolve("indicium/src/test/resources/golden/verdicts");

    static Stream<String> lines() throws IOException {
        return Files.readAllLines(GOLDEN.resolve("table.csv")).stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void the_verdict_is_that_of_the_table(String line) throws IOException, InterruptedException {
        String[] row = line.split(",");
        List<String> command = new ArrayList<>(List.of(
                "python3",
                ROOT.resolve("acceptance/src/test/python/decode_stamp.py").toString(),
                "--root",
                GOLDEN.resolve(row[1]).toString(),
                "--at",
                row[3]));
        if (!row[2].equals("-")) {
            command.addAll(List.of("--bundle", GOLDEN.resolve(row[2]).toString()));
        }
        command.add(row[4]);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes());
        assertThat(out).as(row[0]).contains("\"verdict\": \"" + row[5] + "\"");
        assertThat(process.waitFor()).as(row[0]).isEqualTo(row[5].equals("genuine") ? 0 : 1);
    }
}
