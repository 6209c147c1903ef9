package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.acceptance.Api.Purchase;

/** R07 and R16: one instance receives the request, another one generates the indicium; the order records both names. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R07, R16: the system that takes the request selects the one that franks")
class R07SelectionTest {

    @Test
    void the_order_records_its_receiving_and_its_franking_system(VendorSystem system) {
        JsonObject order = system.api().buys(Purchase.of(system.newSheet("US-LETTER-25"), 1));
        assertThat(order.getString("receivedBy")).isEqualTo("alder");
        assertThat(order.getString("frankedBy")).isIn("birch", "cedar");
    }

    @Test
    void R16_a_web_only_instance_owns_no_psd_and_a_processing_one_serves_no_storefront(VendorSystem system) {
        Ledger ledger = system.ledger();
        assertThat(ledger.number("select count(*) from psd p join server_system s on s.id = p.owner_id "
                        + "where s.role = 'web'"))
                .isZero();
        assertThat(ledger.number("select count(*) from module_certificate c join server_system s "
                        + "on s.id = c.server_system_id where s.role = 'web'"))
                .isZero();
        assertThat(new Api(URI.create(system.instance(1)), null).get("/").status())
                .isEqualTo(404);
    }

    @Test
    void R09_consecutive_purchases_take_turns(VendorSystem system) {
        Api api = system.api();
        String sheet = system.newSheet("US-LETTER-25");
        Set<String> frankers = new HashSet<>();
        String last = "";
        for (int i = 0; i < 4; i++) {
            String franker = api.buys(Purchase.of(sheet, 1)).getString("frankedBy");
            assertThat(franker).isNotEqualTo(last);
            frankers.add(franker);
            last = franker;
        }
        assertThat(frankers).containsExactlyInAnyOrder("birch", "cedar");
    }
}
