package org.stampwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.LabelSerial;

class StockCommandTest {

    private static final String SERIAL = new LabelSerial("SW00000001").printed();
    private static final String ROUND =
            """
            code=MINE-1
            name=Mine
            paper.width=100
            paper.height=60
            rows=1
            columns=1
            margin.left=0
            margin.top=0
            pitch.x=100
            pitch.y=60
            label.width=100
            label.height=%s
            corner.radius=1
            strip=7
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void lists_what_comes_with_the_system_and_what_an_operator_added() throws IOException {
        Files.writeString(folder.resolve("mine.properties"), ROUND.formatted(60));

        assertThat(run("stock", "--stock-files", folder.toString())).isZero();
        Files.createDirectory(folder.resolve("stock"));
        Files.writeString(
                folder.resolve("stock/mine.properties"), ROUND.formatted(60).replace("MINE-1", "MINE-2"));
        assertThat(run("stock", "--home", folder.toString())).isZero();

        assertThat(out.toString()).contains("A4-24", "US-LETTER-25", "US-LETTER-30", "ROLL-57x32", "MINE-1", "MINE-2");
    }

    @Test
    void a_stock_file_that_cannot_be_printed_on_is_one_clear_line() throws IOException {
        Files.writeString(folder.resolve("mine.properties"), ROUND.formatted(27));

        assertThat(run("stock", "--stock-files", folder.toString())).isEqualTo(1);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("stampwright: label stock MINE-1 in mine.properties: its labels leave under 2 mm beside a"
                        + " symbol");
    }

    @Test
    void a_stock_file_in_another_encoding_is_one_clear_line() throws IOException {
        Files.write(folder.resolve("mine.properties"), "name=\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run("stock", "--stock-files", folder.toString())).isEqualTo(1);

        assertThat(err.toString().lines())
                .singleElement()
                .isEqualTo("stampwright: label stock mine.properties: the file is not UTF-8");
    }

    @Test
    void writes_blank_sheets_one_page_for_each_serial_number() throws IOException {
        Path file = folder.resolve("blank.pdf");

        assertThat(run(
                        "stock",
                        "A4-24",
                        "--serial",
                        SERIAL,
                        "--serial",
                        new LabelSerial("SW00000002").printed(),
                        "--out",
                        file.toString()))
                .isZero();

        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void a_mistyped_serial_number_an_unknown_kind_and_none_are_told() {
        assertThat(run("stock", "A4-24", "--serial", "SWO00000019")).isEqualTo(1);
        assertThat(run("stock", "A4-25", "--serial", SERIAL)).isEqualTo(1);
        assertThat(run("stock", "A4-24")).isEqualTo(1);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("There is no letter O in a serial number: type the digit 0."),
                        line -> assertThat(line).contains("no label stock A4-25; there are A4-24, "),
                        line -> assertThat(line).contains("at least one --serial"));
    }

    @Test
    void draws_a_picture_of_every_kind() {
        assertThat(run("stock", "--pictures", folder.resolve("pictures").toString()))
                .isZero();
        assertThat(folder.resolve("pictures"))
                .isDirectoryContaining("glob:**/A4-24.png")
                .isDirectoryContaining("glob:**/ROLL-57x32.png");
    }

    private int run(String... arguments) {
        return Stampwright.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
