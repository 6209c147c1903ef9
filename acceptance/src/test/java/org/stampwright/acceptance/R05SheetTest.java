package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.acceptance.Api.Purchase;
import org.stampwright.indicium.IndiciumContent;

/** R05: one label of a sheet that carries the serial number. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R05: a sheet of 25 labels")
class R05SheetTest {

    @Test
    void the_next_purchase_continues_after_the_last_used_label(VendorSystem system) {
        Api api = system.api();
        Printing printing = Printing.as(system, api);
        String sheet = system.newSheet("US-LETTER-25");
        assertThat(positions(printing, api.buys(Purchase.of(sheet, 3).from(1)))).containsExactly(1, 2, 3);
        assertThat(positions(printing, api.buys(Purchase.of(sheet, 1)))).containsExactly(4);
    }

    @Test
    void the_sheet_shows_what_is_used(VendorSystem system) {
        Api api = system.api();
        String sheet = system.newSheet("US-LETTER-25");
        api.buys(Purchase.of(sheet, 2).from(7));
        List<JsonObject> positions = api.get("/api/v1/sheets/" + sheet)
                .json()
                .getJsonArray("positions")
                .getValuesAs(JsonObject.class);
        assertThat(positions).hasSize(25);
        assertThat(positions)
                .filteredOn(p -> p.getString("state").equals("used"))
                .extracting(p -> p.getInt("position"))
                .containsExactly(7, 8);
    }

    private static List<Integer> positions(Printing printing, JsonObject order) {
        return printing.contents(order).stream()
                .map(IndiciumContent::labelPosition)
                .toList();
    }
}
