package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.stampwright.acceptance.Api.Answer;
import org.stampwright.acceptance.Api.Purchase;

/** An older copy replaces the vendor's database, and the vendor is started on it. */
@DisplayName("With a restored older database the vendor sells nothing until an operator confirms the lost records")
class RestoredDatabaseTest {

    /** The internal listener of the first instance. */
    private static final int INTERNAL = 60;

    private static final String PORT_BASE = "18480";
    private static final Duration LONG_ENOUGH_TO_OPEN_A_PSD = Duration.ofSeconds(8);

    @TempDir
    private Path folder;

    @Test
    void nothing_is_sold_until_the_operator_confirms_and_then_on_other_psds() throws Exception {
        Path root =
                Path.of(System.getProperty("stampwright.root")).toAbsolutePath().normalize();
        VendorSystem system = VendorSystem.of(new Cli(root, folder.resolve("home")));
        try (system) {
            up(system);
            String sheet = system.newSheet("US-LETTER-25");
            system.api().buys(Purchase.of(sheet, 1));
            HomeDatabase database =
                    new HomeDatabase(system.home(), system.status().getString("jdbcUrl"));
            system.cli().must("down");
            database.keepCopy();
            up(system);
            Answer lost = system.api().order(Purchase.of(sheet, 2), "lost");
            assertThat(lost.status()).as(lost.body()).isIn(201, 202);
            system.api().settled(lost.json().getString("id"));
            system.cli().must("down");
            database.restoreCopy();

            assertThat(up(system)).contains("selling is stopped");
            sellsNothing(system, sheet);
            system.kill("alder");
            Waiting.untilTrue("alder is ready again", Duration.ofSeconds(180), () -> system.isReady("alder"));
            sellsNothing(system, sheet);

            confirms(system);
            sellsOnOtherPsds(system);
        }
    }

    private static String up(VendorSystem system) {
        return system.cli().must("up", "--servers", "1", "--port-base", PORT_BASE, "--detach");
    }

    private static void sellsNothing(VendorSystem system, String sheet) throws InterruptedException {
        List<Object> before = records(system);
        Answer again = system.api().order(Purchase.of(sheet, 2), "lost");
        assertThat(again.status()).as(again.body()).isEqualTo(503);
        assertThat(again.problem()).isEqualTo("selling-stopped");
        assertThat(again.http().headers().firstValue("Retry-After")).isPresent();
        Api visitor = new Api(java.net.URI.create(system.storefront()), null);
        assertThat(visitor.get("/").body()).contains("We sell no stamps at the moment");
        assertThat(visitor.get("/health/ready").body()).isEqualTo("{\"status\":\"UP\"}"); // The operator has to get in.
        Api supervisor = visitor.at("http://127.0.0.1:" + system.port(INTERNAL));
        JsonObject check = selling(supervisor.get("/health/ready").json());
        assertThat(check.getJsonObject("data").getString("stopped")).isEqualTo("true");
        assertThat(check.getJsonObject("data").getString("because")).contains("older copy");
        JsonObject selling = system.operator().get("/operator/api/selling").json();
        assertThat(selling.getBoolean("stopped")).isTrue();
        assertThat(selling.getJsonArray("differences")).isNotEmpty();
        Thread.sleep(LONG_ENOUGH_TO_OPEN_A_PSD.toMillis());
        assertThat(records(system)).isEqualTo(before);
    }

    private static JsonObject selling(JsonObject health) {
        return health.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals("selling"))
                .findFirst()
                .orElseThrow();
    }

    /** Counts orders, PSDs, fundings and entries, here and at the authority. */
    private static List<Object> records(VendorSystem system) {
        Ledger vendor = system.ledger();
        Ledger authority = new Ledger(vendor.jdbcUrl().replace("/stampwright?", "/authority?"));
        return List.of(
                vendor.number("select count(*) from postage_order"),
                vendor.number("select count(*) from psd"),
                vendor.number("select count(*) from funding"),
                vendor.number("select count(*) from ledger_entry"),
                authority.number("select count(*) from psd"),
                authority.number("select count(*) from download"),
                authority.number("select count(*) from entry"));
    }

    private void confirms(VendorSystem system) throws IOException {
        try (Browser browser = Browser.open(folder.resolve("browser"), 1280, 1000)) {
            browser.go(system.page("/operator/selling"));
            JsonObject login = system.status().getJsonObject("operator");
            browser.type(By.id("login:name"), login.getString("user"));
            browser.type(By.id("login:password"), login.getString("password"));
            browser.press(By.xpath("//main//button[contains(.,'Log in')]"));
            browser.waitFor(By.tagName("h1"), "Selling");
            browser.waitFor(By.cssSelector(".notice.bad"), "Selling is stopped");
            browser.type(By.id("confirm:reason"), "The disk failed; this is the copy of the night.");
            browser.press(By.cssSelector("#confirm summary"));
            browser.press(By.xpath("//button[contains(.,'Yes, sell again')]"));
            browser.waitFor(By.cssSelector(".ui-messages-info"), "Confirmed");
            assertThat(browser.text()).contains("The disk failed").contains(login.getString("user"));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void sellsOnOtherPsds(VendorSystem system) {
        Waiting.untilTrue(
                "alder has a PSD again",
                Duration.ofSeconds(60),
                () -> system.ledger().number("select count(*) from psd where state = 'active'") > 0);
        long suspended = system.ledger().number("select count(*) from psd where state = 'suspended'");
        JsonObject order = system.api().buys(Purchase.of(system.newSheet("US-LETTER-25"), 1));
        assertThat(order.getString("state")).isEqualTo("released");
        assertThat(system.ledger().number("select count(*) from psd where state = 'suspended'"))
                .as("they stay suspended")
                .isEqualTo(suspended)
                .isPositive();
        JsonObject selling = system.operator().get("/operator/api/selling").json();
        assertThat(selling.getBoolean("stopped")).isFalse();
        assertThat(selling.getJsonArray("confirmations").getJsonObject(0).getString("operator"))
                .isEqualTo(system.status().getJsonObject("operator").getString("user"));
    }
}
