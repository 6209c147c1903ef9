package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.stampwright.acceptance.Api.Purchase;

/** The operator at the console, in a browser; each test ends with an empty browser console. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R03, R08: an operator runs the vendor's system from the console")
class OperatorConsoleTest {

    private static final By LOG_IN = By.xpath("//main//button[contains(.,'Log in')]");
    private static final By TOLD = By.cssSelector(".ui-messages-info");

    @TempDir
    private Path folder;

    @AfterEach
    void everythingIsAsBefore(VendorSystem system) {
        system.imports("{\"selectionProcedure\":\"round-robin\","
                + "\"serverSystems\":[{\"name\":\"birch\",\"state\":\"admitted\"}]}");
    }

    @Test
    void a_wrong_password_is_reported_at_the_form_and_the_right_one_shows_the_vendors_figures(VendorSystem system)
            throws IOException {
        system.api().buys(Purchase.of(system.newSheet("US-LETTER-25"), 1));
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            browser.go(system.page("/operator/orders"));
            types(browser, system.status().getJsonObject("operator").getString("user"), "not the password");
            assertThat(browser.text(By.cssSelector("#login .ui-message-error"))).contains("wrong");
            assertThat(browser.text()).doesNotContain("Server systems");

            logsIn(browser, system);
            browser.waitFor(By.tagName("h1"), "Orders");
            browser.pressAndLeave(By.linkText("Overview"));
            browser.waitFor(By.tagName("h1"), "How we stand");
            showsHowTheVendorStands(browser, system);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void showsHowTheVendorStands(Browser browser, VendorSystem system) {
        List<String> figures = Waiting.until("the page says what the interface says", Duration.ofSeconds(60), () -> {
            browser.reload();
            List<String> shown = browser.texts(By.cssSelector(".figures li b"));
            JsonObject now = system.operator().get("/operator/api/overview").json();
            return shown.equals(List.of(
                            dollars(now, "accountAtAuthority"),
                            dollars(now, "fundsInPsds"),
                            dollars(now, "heldOnCards"),
                            dollars(now, "capturedToday"),
                            Integer.toString(now.getInt("unfinishedOrders"))))
                    ? shown
                    : null;
        });
        long captured = system.ledger()
                .number("select sum(captured) from payment join postage_order on id = order_id "
                        + "where settled_at >= date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'");
        assertThat(figures.get(3)).isEqualTo(dollars(captured));
        assertThat(browser.text(By.cssSelector("main .notice"))).isNotBlank();
    }

    private static String dollars(JsonObject now, String figure) {
        return dollars(now.getJsonNumber(figure).longValue());
    }

    private static String dollars(long mills) {
        BigDecimal amount = BigDecimal.valueOf(mills, 3).stripTrailingZeros();
        return String.format(Locale.ROOT, "$%,." + Math.max(2, amount.scale()) + "f", amount);
    }

    @Test
    void a_sheet_that_the_console_makes_void_is_refused_in_the_storefront(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            browser.go(system.page("/operator/sheets"));
            logsIn(browser, system);
            browser.type(By.id("look:serial"), sheet);
            browser.pressAndLeave(By.xpath("//button[contains(.,'Look it up')]"));
            browser.waitFor(By.cssSelector("dl.facts"), "known");
            browser.press(By.cssSelector("#void summary"));
            browser.pressAndLeave(By.xpath("//button[contains(.,'Yes, make it void')]"));
            browser.waitFor(TOLD, sheet + " is void now");

            UnchangedRecords before = UnchangedRecords.seenIn(system);
            Shop.in(system, browser).opens(sheet);
            assertThat(browser.text(By.id("start:serialMessage"))).contains("taken out of use");
            before.still();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_server_system_is_drained_and_admitted_again(VendorSystem system) throws IOException {
        Api api = system.api();
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            browser.go(system.page("/operator/servers"));
            logsIn(browser, system);
            browser.press(By.cssSelector("summary[aria-label='Drain birch?']"));
            browser.pressAndLeave(By.cssSelector("button[aria-label='Drain birch']"));
            browser.waitFor(TOLD, "birch is draining now.");
            for (int i = 0; i < 2; i++) {
                assertThat(api.buys(Purchase.of(sheet, 1)).getString("frankedBy"))
                        .isEqualTo("cedar");
            }
            browser.pressAndLeave(By.cssSelector("button[aria-label='Admit birch']"));
            browser.waitFor(TOLD, "birch is admitted now.");
            assertThat(List.of(
                            api.buys(Purchase.of(sheet, 1)).getString("frankedBy"),
                            api.buys(Purchase.of(sheet, 1)).getString("frankedBy")))
                    .contains("birch");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void the_selection_procedure_is_changed_and_changed_back(VendorSystem system) throws IOException {
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            browser.go(system.page("/operator/servers"));
            logsIn(browser, system);
            for (String procedure : List.of("fewest-unfinished", "round-robin")) {
                browser.choose(By.id("selection:procedure"), procedure);
                browser.pressAndLeave(By.xpath("//button[contains(.,'Choose')]"));
                browser.waitFor(TOLD, procedure);
                assertThat(system.operator()
                                .get("/operator/api/server-systems")
                                .json()
                                .getString("selectionProcedure"))
                        .isEqualTo(procedure);
                assertThat(browser.property(By.id("selection:procedure"), "value"))
                        .isEqualTo(procedure);
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_series_of_sheets_is_imported_by_the_page(VendorSystem system) throws IOException {
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            browser.go(system.page("/operator/sheets"));
            logsIn(browser, system);
            browser.type(By.id("draw:series"), "C");
            browser.type(By.id("draw:count"), "0");
            browser.choose(By.id("draw:stock"), "US-LETTER-25");
            browser.pressAndLeave(By.xpath("//button[contains(.,'Draw their numbers')]"));
            browser.waitFor(By.cssSelector("#draw .ui-message-error"));

            browser.type(By.id("draw:count"), "3");
            browser.pressAndLeave(By.xpath("//button[contains(.,'Draw their numbers')]"));
            browser.waitFor(By.cssSelector(".drawn .serial"));
            List<String> drawn = browser.texts(By.cssSelector(".drawn .serial"));
            assertThat(drawn).hasSize(3).doesNotHaveDuplicates().allMatch(serial -> serial.startsWith("C"));
            assertThat(drawn).allSatisfy(serial -> assertThat(
                            system.api().get("/api/v1/sheets/" + serial).json().getJsonArray("positions"))
                    .hasSize(25));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void logsIn(Browser browser, VendorSystem system) {
        JsonObject operator = system.status().getJsonObject("operator");
        types(browser, operator.getString("user"), operator.getString("password"));
    }

    private static void types(Browser browser, String name, String password) {
        browser.type(By.id("login:name"), name);
        browser.type(By.id("login:password"), password);
        browser.pressAndLeave(LOG_IN);
    }
}
