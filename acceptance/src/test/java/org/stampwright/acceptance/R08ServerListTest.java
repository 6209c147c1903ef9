package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.acceptance.Api.Purchase;

/** R08: the vendor's list of server systems is in the database and can change while purchases run. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R08: the list of server systems")
class R08ServerListTest {

    @AfterEach
    void everyoneServesAgain(VendorSystem system) {
        say(system, "birch", "admitted");
        say(system, "cedar", "admitted");
        choose(system, "round-robin");
        Waiting.untilTrue(
                "both are live",
                Duration.ofSeconds(60),
                () -> system.ledger()
                                .number("select count(*) from server_system where state = 'admitted' and role <> 'web' "
                                        + "and heartbeat_at > now() - interval '8 seconds'")
                        == 2);
    }

    @Test
    void a_draining_server_system_gets_no_new_orders(VendorSystem system) {
        say(system, "birch", "draining");
        assertOnlyCedarFranks(system);
    }

    @Test
    void a_removed_server_system_gets_no_orders(VendorSystem system) {
        say(system, "birch", "removed");
        assertOnlyCedarFranks(system);
    }

    @Test
    void a_dead_server_system_is_passed_over(VendorSystem system) {
        system.kill("birch");
        assertOnlyCedarFranks(system);
        Waiting.untilTrue("the supervisor has started birch again", Duration.ofSeconds(60), () -> new Api(
                        URI.create(system.instance(1)), null)
                .answers("/health/ready"));
    }

    @Test
    void the_procedure_is_configurable(VendorSystem system) {
        choose(system, "fewest-unfinished");
        Api api = system.api();
        String sheet = system.newSheet("US-LETTER-25");
        // No server system has unfinished orders, so the first one gets every order; round robin would alternate.
        String first = api.buys(Purchase.of(sheet, 1)).getString("frankedBy");
        assertThat(api.buys(Purchase.of(sheet, 1)).getString("frankedBy")).isEqualTo(first);
    }

    @Test
    void an_unauthenticated_hand_over_is_refused(VendorSystem system) {
        String path = "/internal/orders/frank";
        assertThat(new Api(URI.create(system.instance(1)), null)
                        .post(path, null)
                        .status())
                .as("not on the port for callers from outside")
                .isEqualTo(404);
        String processing = (String) system.ledger()
                .rows("select address from server_system where name = 'birch'")
                .get(0)
                .get(0);
        assertThat(new Api(URI.create(processing), null).post(path, null).status())
                .isEqualTo(401);
        assertThat(new Api(URI.create(processing), "Node bm90LWEtdG9rZW4")
                        .post(path, null)
                        .status())
                .isEqualTo(401);
        assertThat(system.api().at(processing).post(path, null).status()).isEqualTo(401);
    }

    private static void assertOnlyCedarFranks(VendorSystem system) {
        Api api = system.api();
        String sheet = system.newSheet("US-LETTER-25");
        for (int i = 0; i < 3; i++) {
            assertThat(api.buys(Purchase.of(sheet, 1)).getString("frankedBy")).isEqualTo("cedar");
        }
    }

    private static void say(VendorSystem system, String name, String state) {
        system.imports("{\"serverSystems\":[{\"name\":\"" + name + "\",\"state\":\"" + state + "\"}]}");
    }

    private static void choose(VendorSystem system, String procedure) {
        system.imports("{\"selectionProcedure\":\"" + procedure + "\"}");
    }
}
