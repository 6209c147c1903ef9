package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
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
}
