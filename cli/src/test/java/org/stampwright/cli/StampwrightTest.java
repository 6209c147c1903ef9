package org.stampwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.cli.home.Home;
import org.stampwright.indicium.SignedIndicium;

class StampwrightTest {

    /** Bytes of a historic indicium: 49 fixed, then a signature of 40. */
    private static final String HISTORIC = "00" + "01" + "78563412" + "3031" + "4153" + "4e61bc00" + "40420f0000"
            + "c80300" + "9b183201" + "9a500000" + "0000000000" + "303132333435"
            + "10270000" + "4c545220" + "ab".repeat(40);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_home_that_cannot_be_written_is_one_clear_line() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        int status = run("up", "--home", file.resolve("home").toString());

        assertThat(status).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("stampwright: the home folder " + file.resolve("home") + " cannot be written");
    }

    /** Uses a kernel file system, because root may write to every ordinary folder. */
    @Test
    void a_home_where_nobody_can_write_is_one_clear_line() {
        assertThat(run("up", "--home", "/proc/stampwright")).isEqualTo(1);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("stampwright: the home folder /proc/stampwright cannot be written");
    }

    @Test
    void a_fault_is_one_line_that_names_the_file_with_its_stack_trace() throws IOException {
        Path home = folder.resolve("home");
        run("status", "--home", new Home(home).make().folder().toString());
        assertThat(err.toString()).contains("was never started").hasLineCount(1);
        Files.writeString(home.resolve("plan.json"), "no JSON");

        int status = run("status", "--home", home.toString());

        assertThat(status).isEqualTo(1);
        String line = err.toString().lines().skip(1).reduce("", String::concat);
        assertThat(line).startsWith("stampwright: JsonParsingException");
        assertThat(Path.of(line.replaceAll(".*; see ", ""))).content().contains("org.stampwright.cli.node.Plan.read");
    }

    @Test
    void a_mistyped_option_is_one_line_too() {
        assertThat(run("up", "--server", "2")).isEqualTo(2);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("stampwright: Unknown option")
                .endsWith("see: stampwright up --help");
    }

    @Test
    void help_lists_the_commands() {
        assertThat(run("help")).isZero();
        assertThat(out.toString()).contains("up", "down", "status", "buy", "decode", "verify", "audit", "import");
    }

    @Test
    void a_home_that_nobody_made_is_told() {
        assertThat(run("status", "--home", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().startsWith("stampwright: no home at");
    }

    @Test
    void a_historic_indicium_is_read_with_the_same_field_names() {
        assertThat(run("decode", "--hex", HISTORIC)).isZero();

        assertThat(out.toString())
                .contains(
                        "\"formatVersion\":0",
                        "\"algorithm\":1",
                        "\"certificateSerial\":305419896",
                        "\"manufacturer\":\"01\"",
                        "\"psdSerial\":\"12345678\"",
                        "\"ascending\":1000000",
                        "\"postage\":968",
                        "\"descending\":10000",
                        "\"rateCategory\":\"LTR\"",
                        "\"date\":\"2006-03-15\"");
    }

    @Test
    void without_a_bundle_a_specimen_is_told_and_all_else_is_unknown() throws IOException {
        Path golden = Path.of("../indicium/src/test/resources/golden");
        byte[] stamp = Files.readAllBytes(golden.resolve("stamp.bin"));
        byte[] specimen = SignedIndicium.decode(stamp).content().specimen().encode();
        for (byte[] bytes : new byte[][] {stamp, specimen}) {
            assertThat(run(
                            "verify",
                            "--home",
                            folder.resolve("none").toString(),
                            "--root",
                            golden.resolve("root.der").toString(),
                            "--hex",
                            HexFormat.of().formatHex(bytes)))
                    .isEqualTo(1);
        }
        assertThat(out.toString())
                .contains(
                        "\"valid\":false,\"verdict\":\"unknown\"",
                        "There is no trust bundle to verify with: no home at ",
                        "\"verdict\":\"specimen\"");
    }

    @Test
    void bytes_that_are_no_indicium_are_no_success() {
        assertThat(run("decode", "--hex", "ff00")).isEqualTo(1);
        assertThat(out.toString()).contains("unreadable");

        assertThat(run("decode", "--hex", "xyz")).isEqualTo(1);
        assertThat(err.toString()).contains("stampwright: that is not hex");
    }

    @Test
    void a_page_without_stamps_is_no_success() throws IOException {
        Path blank = folder.resolve("blank.png");
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(200, 200, java.awt.image.BufferedImage.TYPE_BYTE_GRAY),
                "png",
                blank.toFile());

        assertThat(run("decode", blank.toString())).isEqualTo(1);
        assertThat(out.toString().strip()).isEqualTo("[]");
    }

    @Test
    void every_command_says_what_it_does() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("up", "down", "status", "migrate", "import", "buy", "decode", "verify", "audit", "helper");
    }

    private int run(String... arguments) {
        return Stampwright.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
