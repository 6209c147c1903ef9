package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.symbol.SymbolReader;

/** A person without an account buys in a browser; each test ends with an empty browser console. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R01, R03, R05, R06: a person buys in the storefront")
class StorefrontTest {

    @TempDir
    private Path folder;

    @Test
    void a_guest_chooses_labels_pays_and_prints_the_pdf(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            Shop.in(system, browser).buys(sheet, 3, "2");
            showsSpecimensOnly(browser, system, 2);

            browser.type(By.id("pdf:serial"), sheet);
            browser.press(By.xpath("//button[contains(.,'Get the PDF')]"));
            List<JsonObject> stamps = VendorSystem.array(
                            system.cli().must("verify", browser.download(".pdf").toString()))
                    .getValuesAs(JsonObject.class);
            assertThat(stamps)
                    .hasSize(2)
                    .allMatch(stamp -> stamp.getBoolean("valid"))
                    .allMatch(stamp -> stamp.getString("labelSerial").equals(sheet));
            assertThat(stamps)
                    .extracting(stamp -> stamp.getInt("labelPosition"))
                    .containsExactlyInAnyOrder(3, 4);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_refused_card_is_reported_on_its_page_and_changes_nothing(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            Shop shop = Shop.in(system, browser);
            shop.chooses(sheet, 1, "1");
            UnchangedRecords before = UnchangedRecords.seenIn(system);
            shop.isGuest();
            refuses(shop, "4000000000000002", "declined");
            refuses(shop, "4000000000009995", "insufficient funds");
            refuses(shop, "4000000000000069", "expired");
            refuses(shop, "4000000000000127", "security code");
            shop.fillsIn("4242424242424241");
            browser.press(Shop.PAY);
            tells(browser, "number");
            assertThat(browser.address()).contains(":" + system.port(21) + "/");
            before.stillButForReserved(sheet);
            shop.changesTheirMind();
            before.stillAfterARefusedCard();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void refuses(Shop shop, String card, String words) {
        shop.paysWith(card);
        tells(shop.browser(), words);
    }

    private static void tells(Browser browser, String words) {
        browser.waitFor(By.xpath("//*[@role='alert'][contains(., '" + words + "')]"));
    }

    @Test
    void pay_pressed_twice_is_one_order_and_one_charge(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            Shop shop = Shop.in(system, browser);
            shop.chooses(sheet, 1, "1");
            browser.type(By.id("pay:email"), "someone@example.org");
            browser.pressTwice(Shop.GO_ON);
            shop.paysWith("4242424242424242");
            browser.waitFor(By.tagName("h1"), "Paid. Now print your stamps");
            assertThat(system.ledger()
                            .rows(
                                    "select p.state from payment p join postage_order o on o.id = p.order_id "
                                            + "where o.sheet = ?",
                                    sheet.substring(0, 10)))
                    .containsExactly(List.of("captured"));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void an_unknown_sheet_is_reported_at_its_field(VendorSystem system) throws IOException {
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            Shop.in(system, browser).opens(Serials.wellFormedButUnknown());
            assertThat(browser.text(By.id("start:serialMessage"))).isNotBlank();
            assertThat(browser.attribute(By.cssSelector(":focus"), "id")).isEqualTo("start:serial");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void the_sheet_is_chosen_on_with_the_keyboard_alone(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            Shop.in(system, browser).opens(sheet);
            browser.type(Shop.LETTERS, "2\t");
            browser.waitFor(By.id("buy:sum"), "$");
            browser.keys(By.id("label-1"), Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ENTER);
            browser.waitFor(By.id("label-7"), "yours");
            browser.waitFor(By.id("label-8"), "yours");
            assertThat(browser.attribute(By.cssSelector(":focus"), "id")).isEqualTo("label-7");
            browser.keys(Keys.ARROW_LEFT, Keys.SPACE);
            browser.waitFor(By.id("label-6"), "yours");
            assertThat(browser.count(By.cssSelector(".sheet-picture [tabindex='0']")))
                    .isEqualTo(1);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void nothing_is_wider_than_a_phone(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 500, 900)) {
            browser.isAPhone(390, 844);
            browser.go(system.storefront());
            assertThat(browser.scrollsSideways()).isFalse();
            Shop shop = Shop.in(system, browser);
            shop.opens(sheet);
            browser.waitFor(By.id("label-1"));
            assertThat(browser.scrollsSideways()).isFalse();
            shop.buys(sheet, 1, "1");
            assertThat(browser.scrollsSideways()).isFalse();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void showsSpecimensOnly(Browser browser, VendorSystem system, int count) throws IOException {
        List<Browser.Picture> pictures = browser.pictures(By.cssSelector("ul.specimens img"));
        assertThat(pictures).hasSize(count);
        for (Browser.Picture picture : pictures) {
            byte[] png = browser.bytesOf(picture.address());
            List<byte[]> symbols = SymbolReader.read(ImageIO.read(new ByteArrayInputStream(png))).stream()
                    .map(symbol -> symbol.bytes())
                    .toList();
            assertThat(symbols).hasSize(1).allSatisfy(bytes -> assertThat(
                            SignedIndicium.decode(bytes).signature())
                    .isEqualTo(new byte[64]));
        }
        system.ledger()
                .rows("select signature from indicium_fate where signature is not null")
                .forEach(row -> assertThat(browser.source())
                        .doesNotContain(HexFormat.of().formatHex((byte[]) row.get(0))));
    }
}
