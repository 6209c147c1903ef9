package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.stampwright.acceptance.Api.Purchase;

/** Typing errors in the storefront; each test ends with an empty browser console. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("Bad input in the storefront is reported at its field, and changes nothing")
class RefusedAtItsFieldTest {

    private static final By START = By.id("buy:start");
    private static final String PRODUCT = "buy:products:%d:%s";
    private static final int FREE_VALUE = 6;

    @TempDir
    private Path folder;

    @Test
    void a_sheet_that_cannot_be_printed_on(VendorSystem system) throws IOException {
        String known = system.newSheet("US-LETTER-25");
        String foreign = system.newSheet("US-LETTER-25");
        system.api().buys(Purchase.of(foreign, 1));
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            Shop shop = Shop.in(system, browser);
            refuses(shop, Serials.mistyped(known), "a character is wrong");
            refuses(shop, Serials.wellFormedButUnknown(), "do not know");
            refuses(shop, foreign, "do not know");
            refuses(shop, imported(system, "void"), "taken out of use");
            refuses(shop, imported(system, "stolen"), "stolen");
            refuses(shop, "", "Type the number");
            assertThat(browser.complaints()).isEmpty();
        }
        before.still();
    }

    private static void refuses(Shop shop, String serial, String words) {
        shop.opens(serial);
        shop.browser().waitFor(By.id("start:serialMessage"), words);
        assertThat(shop.browser().attribute(By.id("start:serial"), "aria-invalid"))
                .isEqualTo("true");
    }

    private static String imported(VendorSystem system, String state) {
        String serial = Serials.wellFormedButUnknown();
        system.imports("{\"sheets\":[{\"serial\":\"" + serial + "\",\"stock\":\"US-LETTER-25\",\"state\":\"" + state
                + "\"}]}");
        return serial;
    }

    @Test
    void labels_that_are_not_available(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        system.api();
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            Shop.in(system, browser).buys(sheet, 2, "2");
            UnchangedRecords before = UnchangedRecords.seenIn(system);
            Shop.in(system, browser).opens(sheet);
            browser.type(Shop.LETTERS, "4\t");
            browser.waitFor(By.id("buy:sum"), "$");
            starts(browser, "3", "Label 3 is taken. The next free one is 4.");
            starts(browser, "26", "This sheet has labels 1 to 25.");
            starts(browser, "24", "4 stamps do not fit: only 2 labels are free there.");
            before.still();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void starts(Browser browser, String label, String words) {
        browser.type(START, label + "\t");
        browser.waitFor(By.id("buy:startMessage"), words);
    }

    @Test
    void stamps_that_are_not_sold(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            Shop.in(system, browser).opens(sheet);
            browser.waitFor(By.id("label-1"));
            wants(browser, 0, "quantity", "10000", "1 to 1000 stamps");
            wants(browser, 0, "quantity", "-1", "1 to 1000 stamps");
            wants(browser, 0, "quantity", "26", "only 25 labels are free");
            browser.type(field(0, "quantity"), "\t");
            wants(browser, FREE_VALUE, "quantity", "1", null);
            wants(browser, FREE_VALUE, "value", "1000", "$0.01 to $100.00");
            wants(browser, FREE_VALUE, "value", "a lot", "Type an amount like 0.82");
            browser.type(field(FREE_VALUE, "value"), "0.10\t");
            browser.waitFor(By.id(PRODUCT.formatted(FREE_VALUE, "quantityMessage")), "comes to $0.10");
            browser.pressAndLeave(Shop.GO_ON);
            browser.waitFor(By.id(PRODUCT.formatted(FREE_VALUE, "quantityMessage")), "from $0.50 on");
            assertThat(browser.complaints()).isEmpty();
        }
        before.still();
    }

    private static void wants(Browser browser, int product, String part, String typed, String words) {
        browser.type(field(product, part), typed + "\t");
        if (words != null) {
            browser.waitFor(By.id(PRODUCT.formatted(product, part + "Message")), words);
        }
    }

    private static By field(int product, String part) {
        return By.id(PRODUCT.formatted(product, part));
    }
}
