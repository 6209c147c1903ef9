package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A guest's order is accessible with its token, which is in the link of its page. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R01: only the holder of its token can access a guest's order")
class GuestOrderTest {

    @TempDir
    private Path folder;

    @Test
    void without_its_token_or_with_another_the_order_is_not_found(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            Shop.in(system, browser).buys(sheet, 1, "1");
        }
        String order = system.ledger()
                .rows("select id from postage_order where sheet = ?", sheet.substring(0, 10))
                .get(0)
                .get(0)
                .toString();
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        Api stranger = new Api(URI.create(system.storefront()), null);
        for (String key : List.of("", "&key=", "&key=AAAAAAAAAAAAAAAAAAAAAA")) {
            for (String page : List.of("/order", "/return", "/pay", "/buy")) {
                Api.Answer answer = stranger.get(page + "?order=" + order + key);
                assertThat(answer.status()).as(page + key).isEqualTo(404);
                assertThat(answer.body()).doesNotContain(sheet, "someone@example.org");
            }
            String query = key.isEmpty() ? "" : "?" + key.substring(1);
            assertThat(stranger.get("/print/orders/" + order + "/specimens/1.png" + query)
                            .problem())
                    .isEqualTo("not-found");
            for (String print : List.of("jnlp", "pdf")) {
                Api.Answer answer = stranger.form("/print/orders/" + order + "/" + print, "serial=" + sheet + key);
                assertThat(answer.status()).as(print).isEqualTo(404);
            }
        }
        assertThat(system.newClient().get("/api/v1/orders/" + order).problem()).isEqualTo("not-found");
        before.still();
    }
}
