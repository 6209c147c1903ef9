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
import org.openqa.selenium.WebElement;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.symbol.SymbolReader;

/** A person without an account buys in a browser; each way through ends with an empty browser console. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R01, R03, R05, R06: a person buys in the storefront")
class StorefrontTest {

    private static final By LETTERS = By.xpath("(//ul[@class='products']/li)[1]//input[@type='number']");
    private static final By GO_ON = By.cssSelector("button.pay");

    @TempDir
    private Path folder;

    @Test
    void aGuestChoosesLabelsPaysAndPrintsThePdf(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            chooses(browser, system, sheet, 3, "2");
            pays(browser, "4242424242424242");
            browser.waitFor(By.tagName("h1"), "Paid. Now print your stamps");
            showsSpecimensOnly(browser, system, 2);

            browser.type(By.id("pdf:serial"), Serials.wellFormedButUnknown());
            browser.press(By.xpath("//button[contains(.,'Get the PDF')]"));
            browser.find(By.cssSelector(".ui-message-error"));
            browser.type(By.id("pdf:serial"), sheet);
            browser.press(By.xpath("//button[contains(.,'Get the PDF')]"));
            List<JsonObject> stamps = VendorSystem.array(system.cli().must("verify",
                    browser.download(".pdf").toString())).getValuesAs(JsonObject.class);
            assertThat(stamps).hasSize(2).allMatch(stamp -> stamp.getBoolean("valid"))
                    .allMatch(stamp -> stamp.getString("labelSerial").equals(sheet));
            assertThat(stamps).extracting(stamp -> stamp.getInt("labelPosition")).containsExactlyInAnyOrder(3, 4);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aDeclinedCardIsToldOnItsPageAndNothingMoves(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            chooses(browser, system, sheet, 1, "1");
            List<Object> before = system.ledger().rows("select serial, ascending from psd order by serial").stream()
                    .map(row -> (Object) row).toList();
            pays(browser, "4000000000000002");
            browser.find(By.xpath("//*[contains(text(),'declined')]"));
            assertThat(browser.address()).contains(":" + system.port(21) + "/");
            assertThat(system.ledger().rows("select serial, ascending from psd order by serial").stream()
                    .map(row -> (Object) row).toList()).isEqualTo(before);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void anUnknownSheetIsToldAtItsField(VendorSystem system) throws IOException {
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            browser.go(system.storefront());
            browser.type(By.id("start:serial"), Serials.wellFormedButUnknown());
            browser.press(By.xpath("//button[contains(.,'Show my sheet')]"));
            assertThat(browser.find(By.id("start:serialMessage")).getText()).isNotBlank();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void nothingIsWiderThanAPhone(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 500, 900)) {
            browser.go(system.storefront());
            assertThat(browser.scrollsSideways()).isFalse();
            chooses(browser, system, sheet, 1, "1");
            assertThat(browser.scrollsSideways()).isFalse();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void chooses(Browser browser, VendorSystem system, String sheet, int start, String letters) {
        browser.go(system.storefront());
        browser.type(By.id("start:serial"), sheet);
        browser.press(By.xpath("//button[contains(.,'Show my sheet')]"));
        browser.press(By.id("label-" + start));
        browser.type(LETTERS, letters + "\t");
        browser.waitFor(By.id("buy:sum"), "$");
        browser.press(GO_ON);
        browser.find(By.id("pay:email"));
    }

    private static void pays(Browser browser, String card) {
        browser.type(By.id("pay:email"), "someone@example.org");
        browser.press(GO_ON);
        browser.type(By.id("cardNumber"), card);
        browser.type(By.id("cardExpiry"), "12 / 34");
        browser.type(By.id("cardCvc"), "123");
        browser.type(By.id("billingName"), "Some One");
        browser.press(By.id("pay"));
    }

    private static void showsSpecimensOnly(Browser browser, VendorSystem system, int count) throws IOException {
        List<WebElement> pictures = browser.all(By.cssSelector("ul.specimens img"));
        assertThat(pictures).hasSize(count);
        for (WebElement picture : pictures) {
            byte[] png = browser.bytesOf(picture.getDomProperty("src"));
            List<byte[]> symbols = SymbolReader.read(ImageIO.read(new ByteArrayInputStream(png))).stream()
                    .map(symbol -> symbol.bytes()).toList();
            assertThat(symbols).hasSize(1).allSatisfy(bytes ->
                    assertThat(SignedIndicium.decode(bytes).signature()).isEqualTo(new byte[64]));
        }
        system.ledger().rows("select signature from indicium_fate where signature is not null").forEach(row ->
                assertThat(browser.source()).doesNotContain(HexFormat.of().formatHex((byte[]) row.get(0))));
    }
}
