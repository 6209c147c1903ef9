package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.stampwright.acceptance.Api.Purchase;

/** R02: the consumer's computer prints the indicium, by Web Start, on a real print queue. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R02: the printed page carries the stamps")
class R02PrintedPageTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration STARTING = Duration.ofMinutes(2);

    private static CupsQueue queue;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startQueue(VendorSystem system) throws Exception {
        queue = CupsQueue.start(system.port(50));
    }

    @AfterAll
    static void stopQueue() {
        queue.close();
    }

    @Test
    void the_helper_prints_what_was_bought_and_the_order_says_so(VendorSystem system) throws Exception {
        JsonObject order = system.api()
                .buys(Purchase.of(system.newSheet("US-LETTER-25"), 3).from(5));
        try (JavawsDesktop desktop = desktop(system)) {
            desktop.open(jnlp(system, order));
            desktop.awaitWindow("Print your stamps", STARTING);
            desktop.scan(order.getString("sheet"), "Ready to print 3 stamps", MINUTE);
            desktop.press("Return");
            desktop.awaitWindow("Printed 3 stamps", STARTING);
        }
        isPrintedOn(system, queue.awaitPage(MINUTE), order.getString("sheet"), 5, 6, 7);
        assertThat(state(system, order)).isEqualTo("printed");
    }

    @Test
    void the_storefronts_own_file_starts_the_helper_and_the_orders_page_says_printed(VendorSystem system)
            throws Exception {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000);
                JavawsDesktop desktop = desktop(system)) {
            Shop.in(system, browser).buys(sheet, 9, "2");
            long clicked = System.nanoTime();
            browser.press(By.xpath("//button[contains(.,'Print with the helper')]"));
            desktop.open(browser.download(".jnlp"));
            desktop.awaitWindow("Print your stamps", STARTING);
            long asked = System.nanoTime();
            desktop.scan(sheet, "Ready to print 2 stamps", MINUTE);
            long print = System.nanoTime();
            desktop.press("Return");
            Path page = queue.awaitPage(MINUTE);
            System.out.printf(
                    "MEASURED from \"Print with the helper\" to its window %.1f s, from \"Print\" to the page "
                            + "in the queue %.1f s%n",
                    (asked - clicked) / 1e9, (System.nanoTime() - print) / 1e9);
            desktop.awaitWindow("Printed 2 stamps", STARTING);

            isPrintedOn(system, page, sheet, 9, 10);
            browser.reload();
            browser.waitFor(By.tagName("h1"), "Your stamps are printed");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_paused_queue_is_not_reported_as_printed(VendorSystem system) throws Exception {
        JsonObject order = system.api().buys(Purchase.of(system.newSheet("US-LETTER-25"), 1));
        queue.pause();
        try (JavawsDesktop desktop = desktop(system)) {
            desktop.open(jnlp(system, order));
            desktop.awaitWindow("Print your stamps", STARTING);
            desktop.scan(order.getString("sheet").substring(6), "Ready to print 1 stamp", MINUTE);
            int before = queue.pages().size();
            desktop.press("Return");
            queue.awaitWaitingJob(MINUTE);
            assertThat(state(system, order)).isEqualTo("released");
            assertThat(queue.pages()).hasSize(before);
            queue.resume();
            desktop.awaitWindow("Printed 1 stamp", STARTING);
        }
        queue.awaitPage(MINUTE);
        assertThat(state(system, order)).isEqualTo("printed");
    }

    @Test
    void the_wrong_sheet_prints_nothing_and_the_right_one_still_prints(VendorSystem system) throws Exception {
        JsonObject order = system.api().buys(Purchase.of(system.newSheet("US-LETTER-25"), 1));
        int before = queue.pages().size();
        try (JavawsDesktop desktop = desktop(system)) {
            desktop.open(jnlp(system, order));
            desktop.awaitWindow("Print your stamps", STARTING);
            desktop.scan(system.newSheet("US-LETTER-25"), "Another sheet is needed", MINUTE);
            assertThat(queue.pages()).hasSize(before);
            desktop.scan(order.getString("sheet"), "Ready to print 1 stamp", MINUTE);
            desktop.press("Return");
            desktop.awaitWindow("Printed 1 stamp", STARTING);
        }
        queue.awaitPage(MINUTE);
    }

    /** Renders the page, decodes its symbols and checks their signatures. */
    private static void isPrintedOn(VendorSystem system, Path page, String sheet, Integer... positions) {
        List<JsonObject> stamps =
                VendorSystem.array(system.cli().must("verify", page.toString())).getValuesAs(JsonObject.class);
        assertThat(stamps).extracting(stamp -> stamp.getInt("labelPosition")).containsExactly(positions);
        assertThat(stamps).allMatch(stamp -> stamp.getBoolean("valid")).allMatch(stamp -> stamp.getString("labelSerial")
                .equals(sheet));
    }

    private static JavawsDesktop desktop(VendorSystem system) throws Exception {
        return JavawsDesktop.start(system.home().resolve("helper/print-helper.jar"), queue.server());
    }

    private static String state(VendorSystem system, JsonObject order) {
        return system.api()
                .get("/api/v1/orders/" + order.getString("id"))
                .json()
                .getString("state");
    }

    /** Returns the storefront's file for a client without a browser: the same JNLP with a ticket from the API. */
    private Path jnlp(VendorSystem system, JsonObject order) throws Exception {
        String ticket = Printing.as(system, system.api()).ticket(order.getString("id"));
        return Files.writeString(
                folder.resolve("print-stamps.jnlp"),
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <jnlp spec="1.0+" codebase="%1$s/print/">
                  <information><title>Stampwright print helper</title><vendor>Stampwright</vendor></information>
                  <security><all-permissions/></security>
                  <resources><j2se version="17+"/><jar href="%1$s/print/print-helper.jar" main="true"/></resources>
                  <application-desc main-class="org.stampwright.webstart.PrintHelper">
                    <argument>%1$s</argument><argument>%2$s</argument><argument>%3$s</argument>
                  </application-desc>
                </jnlp>
                """
                        .formatted(system.storefront().replaceAll("/$", ""), order.getString("id"), ticket));
    }
}
