package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.acceptance.Api.Purchase;
import org.stampwright.indicium.IndiciumContent;

/** R04: a single label with its own serial number is a medium for one stamp. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R04: a single label")
class R04SingleLabelTest {

    @Test
    void a_roll_label_is_bought_for_once_and_refused_the_second_time(VendorSystem system) {
        Api api = system.api();
        String serial = system.newSheet("ROLL-57x32");
        JsonObject order = api.buys(Purchase.of(serial, 1));
        IndiciumContent stamp = Printing.as(system, api).contents(order).get(0);
        assertThat(stamp.labelSerial().printed()).isEqualTo(serial);
        assertThat(stamp.labelPosition()).isZero();

        UnchangedRecords before = UnchangedRecords.seenIn(system);
        Api.Answer second = api.order(Purchase.of(serial, 1));
        assertThat(second.problem()).isEqualTo("too-few-labels");
        assertThat(second.json().getInt("fits")).isZero();
        before.still();
    }
}
