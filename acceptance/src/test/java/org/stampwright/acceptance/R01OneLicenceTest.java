package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.acceptance.Api.Purchase;

/** R01: every indicium of every consumer is based on the vendor's one licence. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R01: one licence, many consumers")
class R01OneLicenceTest {

    @Test
    void two_consumers_stamps_carry_the_same_licence_and_verify(VendorSystem system, @TempDir Path folder) {
        Api one = system.newClient();
        Api other = system.newClient();
        JsonObject first = one.buys(Purchase.of(system.newSheet("US-LETTER-25"), 1));
        JsonObject second = other.buys(Purchase.of(system.newSheet("US-LETTER-25"), 1));

        long licence = system.ledger().number("select number from licence");
        assertThat(verified(system, one, first, folder.resolve("one.pdf"))).isEqualTo(licence);
        assertThat(verified(system, other, second, folder.resolve("other.pdf"))).isEqualTo(licence);
    }

    @Test
    void each_consumer_gets_only_their_own(VendorSystem system) {
        Api one = system.newClient();
        Api other = system.newClient();
        JsonObject order = one.buys(Purchase.of(system.newSheet("US-LETTER-25"), 1));
        String path = "/api/v1/orders/" + order.getString("id");
        UnchangedRecords before = UnchangedRecords.seenIn(system);

        assertThat(one.get(path).status()).isEqualTo(200);
        assertThat(other.get(path).problem()).isEqualTo("not-found");
        assertThat(other.post(path + "/tickets", null).problem()).isEqualTo("not-found");
        assertThat(other.post(path + "/cancel", null).problem()).isEqualTo("not-found");
        before.still();
    }

    private static long verified(VendorSystem system, Api api, JsonObject order, Path pdf) {
        Printing printing = Printing.as(system, api);
        Cli.Run printed = printing.helper(printing.ticket(order.getString("id")), order.getString("sheet"), pdf);
        assertThat(printed.exit()).as(printed.out()).isZero();
        JsonObject stamp =
                VendorSystem.array(system.cli().must("verify", pdf.toString())).getJsonObject(0);
        assertThat(stamp.getBoolean("valid")).isTrue();
        return stamp.getJsonNumber("licence").longValue();
    }
}
