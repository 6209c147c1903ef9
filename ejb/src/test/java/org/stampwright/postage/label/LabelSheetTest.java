package org.stampwright.postage.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.LabelSerial;

/** Who owns a sheet, and who may print on it. */
class LabelSheetTest {

    private static final Buyer ANN = new Buyer(7L, "ann@example.org", false, "10.0.0.1");
    private static final Buyer CLIENT = new Buyer(8L, null, false, "10.0.0.1");
    private static final Buyer BOB_AS_GUEST = new Buyer(null, "bob@example.org", false, "10.0.0.1");
    private static final Buyer UNNAMED_GUEST = new Buyer(null, null, false, "10.0.0.1");
    private static final Buyer OPERATOR = new Buyer(1L, null, true, "10.0.0.1");

    private static LabelSheet sheet(SheetState state, String owner) {
        return new LabelSheet(
                new NewSheet(LabelSerial.draw("T", new Random(1)), "US-LETTER-25", state, owner),
                "operator",
                Instant.EPOCH);
    }

    private static String refusal(LabelSheet sheet, Buyer buyer) {
        return sheet.refuse(buyer).map(refusal -> refusal.kind().slug()).orElse("none");
    }

    @Test
    void a_new_sheet_has_no_owner() {
        assertThat(refusal(sheet(SheetState.KNOWN, null), ANN)).isEqualTo("none");
        assertThat(refusal(sheet(SheetState.KNOWN, null), UNNAMED_GUEST)).isEqualTo("none");
    }

    @Test
    void a_guests_sheet_is_known_by_the_address_of_the_receipt() {
        LabelSheet sheet = sheet(SheetState.KNOWN, "bob@example.org");
        assertThat(refusal(sheet, BOB_AS_GUEST)).isEqualTo("none");
        assertThat(refusal(sheet, UNNAMED_GUEST)).isEqualTo("none");
        assertThat(refusal(sheet, new Buyer(null, "eve@example.org", false, "10.0.0.1")))
                .isEqualTo("sheet-unknown");
        assertThat(refusal(sheet, ANN)).isEqualTo("sheet-foreign");
        assertThat(refusal(sheet, new Buyer(9L, "bob@example.org", false, "10.0.0.1")))
                .isEqualTo("none");
    }

    @Test
    void a_void_or_stolen_sheet_cannot_be_printed_on() {
        assertThat(refusal(sheet(SheetState.VOID, null), ANN)).isEqualTo("sheet-void");
        assertThat(refusal(sheet(SheetState.STOLEN, null), ANN)).isEqualTo("sheet-stolen");
        LabelSheet sheet = sheet(SheetState.KNOWN, null);
        sheet.makeVoid();
        assertThat(refusal(sheet, ANN)).isEqualTo("sheet-void");
        LabelSheet stolen = sheet(SheetState.STOLEN, null);
        stolen.makeVoid();
        assertThat(refusal(stolen, ANN)).isEqualTo("sheet-stolen");
    }

    @Test
    void a_theft_is_not_revealed_to_other_customers() {
        assertThat(refusal(sheet(SheetState.STOLEN, "bob@example.org"), ANN)).isEqualTo("sheet-foreign");
    }
}
