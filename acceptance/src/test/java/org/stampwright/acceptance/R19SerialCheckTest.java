package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.acceptance.Api.Answer;
import org.stampwright.acceptance.Api.Purchase;

/** R19: the vendor releases stamps only for the sheet that is in the printer. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R19: the serial number is checked before printing")
class R19SerialCheckTest {

    @Test
    void the_wrong_sheet_gets_no_indicium_and_the_order_still_prints_on_the_right_one(VendorSystem system) {
        Api api = system.api();
        Printing printing = Printing.as(system, api);
        JsonObject order = api.buys(Purchase.of(system.newSheet("US-LETTER-25"), 1));
        String ticket = printing.ticket(order.getString("id"));
        UUID run = UUID.randomUUID();

        Answer wrong = printing.redeem(ticket, system.newSheet("US-LETTER-25"), run);
        assertThat(wrong.problem()).isEqualTo("wrong-serial");
        assertThat(wrong.body()).doesNotContain("indicium");
        assertThat(printing.redeem(ticket, order.getString("sheet"), run).status())
                .isEqualTo(200);
    }

    @Test
    void a_ticket_that_one_run_used_is_refused_to_another(VendorSystem system) {
        Api api = system.api();
        Printing printing = Printing.as(system, api);
        JsonObject order = api.buys(Purchase.of(system.newSheet("US-LETTER-25"), 1));
        String ticket = printing.ticket(order.getString("id"));
        UUID run = UUID.randomUUID();
        Answer first = printing.redeem(ticket, order.getString("sheet"), run);
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        assertThat(printing.redeem(ticket, order.getString("sheet"), UUID.randomUUID())
                        .problem())
                .isEqualTo("ticket-used");
        assertThat(printing.redeem(ticket, order.getString("sheet"), run).json().getJsonArray("pieces"))
                .isEqualTo(first.json().getJsonArray("pieces"));
        before.still();
    }

    @Test
    void five_wrong_serials_end_a_ticket(VendorSystem system) {
        Api api = system.api();
        Printing printing = Printing.as(system, api);
        JsonObject order = api.buys(Purchase.of(system.newSheet("US-LETTER-25"), 1));
        String ticket = printing.ticket(order.getString("id"));
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        for (int left = 4; left >= 0; left--) {
            Answer wrong = printing.redeem(ticket, Serials.wellFormedButUnknown(), UUID.randomUUID());
            assertThat(wrong.problem()).isEqualTo("wrong-serial");
            assertThat(wrong.json().getInt("left")).isEqualTo(left);
        }
        assertThat(printing.redeem(ticket, order.getString("sheet"), UUID.randomUUID())
                        .problem())
                .isEqualTo("ticket-ended");
        before.still();
    }

    @Test
    void the_helper_prints_nothing_for_the_wrong_sheet(VendorSystem system, @TempDir Path folder) {
        Api api = system.api();
        Printing printing = Printing.as(system, api);
        JsonObject order = api.buys(Purchase.of(system.newSheet("US-LETTER-25"), 1));
        Cli.Run run = printing.helper(
                printing.ticket(order.getString("id")), system.newSheet("US-LETTER-25"), folder.resolve("wrong.pdf"));
        assertThat(run.exit()).isNotZero();
        assertThat(folder.resolve("wrong.pdf")).doesNotExist();
    }
}
