package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** R17: a client without a browser buys and prints, from the command line to the decoded page. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R17: a script buys and prints")
class R17ScriptTest {

    @Test
    void buy_writes_a_page_whose_stamps_verify(VendorSystem system, @TempDir Path folder) {
        String sheet = system.newSheet("US-LETTER-25");
        Path pdf = folder.resolve("stamps.pdf");
        system.cli()
                .must(
                        "buy",
                        "--stamps",
                        "3",
                        "--value",
                        "0.82",
                        "--sheet",
                        sheet,
                        "--start",
                        "5",
                        "--out",
                        pdf.toString());

        List<JsonObject> stamps =
                VendorSystem.array(system.cli().must("verify", pdf.toString())).getValuesAs(JsonObject.class);
        assertThat(stamps).hasSize(3).allSatisfy(stamp -> {
            assertThat(stamp.getBoolean("valid")).isTrue();
            assertThat(stamp.getInt("postage")).isEqualTo(820);
            assertThat(stamp.getString("labelSerial")).isEqualTo(sheet);
            assertThat(stamp.getString("signature")).hasSize(128);
        });
        assertThat(stamps).extracting(stamp -> stamp.getInt("labelPosition")).containsExactlyInAnyOrder(5, 6, 7);
    }

    @Test
    void buy_reports_the_error_and_writes_nothing(VendorSystem system, @TempDir Path folder) {
        Path pdf = folder.resolve("nothing.pdf");
        Cli.Run run = system.cli()
                .run(
                        "buy",
                        "--stamps",
                        "1",
                        "--value",
                        "0.82",
                        "--sheet",
                        Serials.wellFormedButUnknown(),
                        "--out",
                        pdf.toString());
        assertThat(run.exit()).isNotZero();
        assertThat(run.err()).isNotBlank();
        assertThat(pdf).doesNotExist();
    }

    @Test
    void an_order_that_could_not_be_printed_is_named_with_the_command_that_prints_it(
            VendorSystem system, @TempDir Path folder) {
        String sheet = system.newSheet("US-LETTER-25");
        Path pdf = folder.resolve("confirmed.pdf");
        Cli.Run run = system.cli().run("buy", buy(sheet, pdf, "--card", "pm_card_visa_authenticationRequired"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .containsPattern("order [0-9a-f-]{36}: the card's holder has to confirm the payment at http")
                .contains("bin/stampwright print ");
        assertThat(pdf).doesNotExist();

        Path printed = folder.resolve("printed.pdf");
        String order = VendorSystem.object(system.cli().must("buy", buy(sheet, printed, "--json")))
                .getString("id");
        Path again = folder.resolve("again.pdf");
        system.cli().must("print", order, "--out", again.toString());
        assertThat(system.cli().must("verify", again.toString()))
                .isEqualTo(system.cli().must("verify", printed.toString()));
    }

    @Test
    void nothing_is_paid_for_a_page_that_cannot_be_written(VendorSystem system, @TempDir Path folder) {
        String sheet = system.newSheet("US-LETTER-25");
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        for (Path unfit : new Path[] {folder, folder.resolve("missing/stamps.pdf"), Path.of("/dev/full")}) {
            Cli.Run run = system.cli().run("buy", buy(sheet, unfit));
            assertThat(run.exit()).as(unfit.toString()).isEqualTo(1);
            assertThat(run.err()).as(unfit.toString()).hasLineCount(1);
        }
        before.still();
    }

    private static String[] buy(String sheet, Path out, String... more) {
        return Stream.concat(
                        Stream.of("--stamps", "1", "--value", "0.82", "--sheet", sheet, "--out", out.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
