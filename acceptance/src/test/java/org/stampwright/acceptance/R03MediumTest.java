package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.acceptance.Api.Answer;
import org.stampwright.acceptance.Api.Purchase;

/** R03: without a valid medium there is no indicium, and nothing changes. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R03: the medium is validated")
class R03MediumTest {

    @Test
    void a_sheet_that_was_never_imported_is_unknown(VendorSystem system) {
        refuses(system, Purchase.of(Serials.wellFormedButUnknown(), 1), "sheet-unknown", "sheet");
    }

    @Test
    void a_mistyped_serial_is_distinguished_from_an_unknown_one(VendorSystem system) {
        String serial = system.newSheet("US-LETTER-25");
        refuses(system, Purchase.of(Serials.mistyped(serial), 1), "sheet-mistyped", "sheet");
    }

    @Test
    void a_void_sheet_is_refused(VendorSystem system) {
        String serial = Serials.wellFormedButUnknown();
        system.imports("{\"sheets\":[{\"serial\":\"" + serial + "\",\"stock\":\"US-LETTER-25\",\"state\":\"void\"}]}");
        refuses(system, Purchase.of(serial, 1), "sheet-void", "sheet");
    }

    @Test
    void a_stolen_sheet_is_refused(VendorSystem system) {
        String serial = Serials.wellFormedButUnknown();
        system.imports(
                "{\"sheets\":[{\"serial\":\"" + serial + "\",\"stock\":\"US-LETTER-25\",\"state\":\"stolen\"}]}");
        refuses(system, Purchase.of(serial, 1), "sheet-stolen", "sheet");
    }

    @Test
    void a_sheet_belongs_to_its_first_buyer(VendorSystem system) {
        String serial = system.newSheet("US-LETTER-25");
        system.api().buys(Purchase.of(serial, 1));
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        Answer foreign = system.newClient().order(Purchase.of(serial, 1));
        assertThat(foreign.problem()).isEqualTo("sheet-foreign");
        before.still();
    }

    @Test
    void a_used_position_is_refused(VendorSystem system) {
        String serial = system.newSheet("US-LETTER-25");
        Api api = system.api();
        api.buys(Purchase.of(serial, 2));
        refuses(system, Purchase.of(serial, 1).from(2), "position-taken", "startPosition");
    }

    @Test
    void a_position_past_the_end_is_refused(VendorSystem system) {
        refuses(system, Purchase.of(system.newSheet("US-LETTER-25"), 1).from(26), "position-past-end", "startPosition");
    }

    @Test
    void too_few_free_labels_says_how_many_fit(VendorSystem system) {
        Purchase purchase = Purchase.of(system.newSheet("US-LETTER-25"), 4).from(23);
        Answer answer = refuses(system, purchase, "too-few-labels", "startPosition");
        assertThat(answer.json().getInt("fits")).isEqualTo(3);
    }

    private static Answer refuses(VendorSystem system, Purchase purchase, String problem, String field) {
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        Answer answer = system.api().order(purchase);
        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.field()).isEqualTo(field);
        before.still();
        return answer;
    }
}
