package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.stampwright.acceptance.Api.Answer;
import org.stampwright.acceptance.Api.Purchase;

/** Suspending a part changes what a purchase does; when the part is back, the purchase completes. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("Without the authority or the card company nothing is released, and nothing is lost")
class OutsideWorldTest {

    @Test
    void without_the_authority_nothing_is_captured_until_it_is_back(VendorSystem system) {
        Api api = system.api();
        String sheet = system.newSheet("US-LETTER-25");
        Suspension authority = Suspension.of(system.pid("authority"));
        String id;
        try (authority) {
            Answer answer = api.order(Purchase.of(sheet, 1));
            assertThat(answer.status()).as(answer.body()).isEqualTo(202);
            id = answer.json().getString("id");
            JsonObject order = api.get("/api/v1/orders/" + id).json();
            assertThat(order.getString("state")).isNotIn("captured", "released", "printed");
            assertThat(api.post("/api/v1/orders/" + id + "/tickets", null).status())
                    .isEqualTo(409);
            assertThat(system.ledger()
                            .number(
                                    "select count(*) from payment where order_id = ?::uuid " + "and state = 'captured'",
                                    id))
                    .isZero();
        }
        assertThat(api.settled(id).getString("state")).isEqualTo("released");
        system.auditIsClean();
    }

    @Test
    void a_consumer_who_has_paid_sees_that_the_result_is_unknown_and_then_the_result(
            VendorSystem system, @TempDir Path folder) throws IOException {
        CardCompany cards = CardCompany.of(system);
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            Shop shop = Shop.in(system, browser);
            shop.chooses(system.newSheet("US-LETTER-25"), 1, "1");
            shop.isGuest();
            browser.waitFor(By.id("cardNumber"));
            cards.failsAt("GET", "/v1/checkout/sessions/*");
            shop.paysWith("4242424242424242");
            browser.waitFor(By.tagName("h1"), "We are finding out");
            assertThat(browser.text()).contains("Nothing is charged twice").doesNotContain("Go on to the card page");
            cards.works();
            browser.waitFor(By.tagName("h1"), "Paid. Now print your stamps");
            assertThat(browser.complaints()).isEmpty();
        } finally {
            cards.works();
        }
        system.auditIsClean();
    }

    @Test
    void without_the_card_company_nothing_is_franked(VendorSystem system) {
        Api api = system.api();
        String sheet = system.newSheet("US-LETTER-25");
        Suspension cards = Suspension.of(system.pid("cards"));
        String id;
        try (cards) {
            Answer answer = api.order(Purchase.of(sheet, 1));
            assertThat(answer.status()).as(answer.body()).isEqualTo(202);
            id = answer.json().getString("id");
            assertThat(system.ledger().number("select count(*) from indicium_content where order_id = ?::uuid", id))
                    .isZero();
        }
        assertThat(api.settled(id).getString("state"))
                .as("a time-out is unknown, never failed")
                .isEqualTo("released");
        system.auditIsClean();
    }
}
