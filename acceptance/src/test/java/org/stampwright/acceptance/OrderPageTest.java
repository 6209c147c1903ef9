package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The page of a paid order: what it shows, and for which sheets it prints. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R05, R19: the page of a paid order")
class OrderPageTest {

    private static final By SERIAL = By.id("pdf:serial");
    private static final By TOLD = By.id("pdf:serialMessage");
    private static final By GET_THE_PDF = By.xpath("//button[contains(.,'Get the PDF')]");

    @TempDir
    private Path folder;

    @Test
    void every_specimen_is_really_displayed(VendorSystem system) throws IOException {
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            Shop.in(system, browser).buys(system.newSheet("US-LETTER-25"), 1, "3");
            assertThat(browser.pictures(By.cssSelector("ul.specimens img")))
                    .hasSize(3)
                    .allSatisfy(picture -> {
                        assertThat(picture.displayed()).isTrue();
                        assertThat(picture.width()).isPositive();
                        assertThat(picture.alternative()).startsWith("Specimen: ");
                    });
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void five_wrong_serial_numbers_lock_the_pdf_until_ten_minutes_later(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        String other = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            Shop.in(system, browser).buys(sheet, 1, "1");
            UnchangedRecords before = UnchangedRecords.seenIn(system);
            for (int left = 4; left > 0; left--) {
                asks(browser, other, "This order is for another sheet");
                browser.waitFor(TOLD, left == 1 ? "one more try" : left + " more tries");
            }
            asks(browser, other, "Too many wrong serial numbers");
            asks(browser, sheet, "Too many wrong serial numbers");
            before.still();

            system.ledger()
                    .change(
                            "update failed_attempt set at = at - interval '10 minutes' where kind = 'serial' "
                                    + "and subject = (select 'order:' || id from postage_order where sheet = ?)",
                            sheet.substring(0, 10));
            browser.type(SERIAL, sheet);
            browser.press(GET_THE_PDF);
            assertThat(browser.download(".pdf")).isNotEmptyFile();
            assertThat(browser.countDisplayed(TOLD)).isZero();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void asks(Browser browser, String serial, String words) {
        browser.type(SERIAL, serial);
        browser.pressAndLeave(GET_THE_PDF);
        browser.waitFor(TOLD, words);
        assertThat(browser.attribute(SERIAL, "aria-invalid")).isEqualTo("true");
    }
}
