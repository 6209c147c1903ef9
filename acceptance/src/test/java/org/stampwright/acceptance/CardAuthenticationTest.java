package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.stampwright.acceptance.Api.Purchase;

/** A card whose bank asks the cardholder on its own page (3-D Secure). */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R06: a card that the bank asks about")
class CardAuthenticationTest {

    private static final String ASKS_THE_BANK = "4000002760003184";

    @TempDir
    private Path folder;

    @Test
    void an_open_bank_page_keeps_the_order_waiting_and_approval_gives_the_stamps(VendorSystem system)
            throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            UnchangedRecords before = UnchangedRecords.seenIn(system);
            comesToTheBank(browser, system, sheet);
            String bank = browser.address();
            browser.go(system.page("/order/" + order(system, sheet)));
            browser.waitFor(By.tagName("h1"), "Not paid yet");
            assertThat(browser.text()).contains("Your labels are kept for you", "nothing has been charged");
            before.stillButForReserved(sheet);

            browser.go(bank);
            browser.pressAndLeave(By.id("approve"));
            browser.waitFor(By.tagName("h1"), "Paid. Now print your stamps");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void an_expired_bank_page_buys_nothing_and_frees_the_labels(VendorSystem system) {
        Api api = system.api();
        String sheet = system.newSheet("US-LETTER-25");
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        String order = api.order(Purchase.of(sheet, 1).card("pm_card_authenticationRequired"))
                .json()
                .getString("id");
        before.stillButForReserved(sheet);
        system.ledger()
                .change("update payment set expires_at = now() - interval '1 second' where order_id = ?::uuid", order);
        system.ledger().change("update postage_order set lease_until = now() where id = ?::uuid", order);
        assertThat(api.settled(order).getString("state")).isEqualTo("expired");
        before.stillAfterARefusedCard();
        assertThat(system.ledger().rows("select state from payment where order_id = ?::uuid", order))
                .containsExactly(List.of("expired"));
    }

    @Test
    void a_payment_that_the_bank_refuses_is_reported_and_the_labels_are_free_again(VendorSystem system)
            throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            UnchangedRecords before = UnchangedRecords.seenIn(system);
            comesToTheBank(browser, system, sheet);
            browser.pressAndLeave(By.id("refuse"));
            assertThat(browser.text(By.cssSelector("[role=alert].notice")))
                    .contains("did not confirm", "Nothing was charged");
            before.stillButForReserved(sheet);

            Shop.in(system, browser).changesTheirMind();
            before.stillAfterARefusedCard();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void the_next_step_of_an_api_order_leads_to_the_bank_and_approval_gives_the_stamps(VendorSystem system)
            throws IOException {
        Api api = system.api();
        Purchase purchase = Purchase.of(system.newSheet("US-LETTER-25"), 1).card("pm_card_authenticationRequired");
        JsonObject order = api.order(purchase).json();
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            browser.go(order.getJsonObject("nextStep").getString("url"));
            browser.pressAndLeave(By.id("approve"));
            browser.waitFor(By.tagName("h1"), "Thank you, your bank has answered");
            assertThat(api.settled(order.getString("id")).getString("state")).isEqualTo("released");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void comesToTheBank(Browser browser, VendorSystem system, String sheet) {
        Shop shop = Shop.in(system, browser);
        shop.chooses(sheet, 1, "1");
        shop.isGuest();
        shop.paysWith(ASKS_THE_BANK);
        browser.waitFor(By.tagName("h1"), "Confirm your payment");
    }

    private static Object order(VendorSystem system, String sheet) {
        return system.ledger()
                .rows("select id from postage_order where sheet = ?", sheet.substring(0, 10))
                .get(0)
                .get(0);
    }
}
