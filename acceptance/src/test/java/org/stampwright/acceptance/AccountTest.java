package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A person with an account, in a browser. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R01, R06: a person with an account finds their orders again, and no other person does")
class AccountTest {

    private static final String PASSWORD = "four random words here";
    private static final By MY_ORDERS = By.linkText("My orders");

    @TempDir
    private Path folder;

    @Test
    void an_account_sees_its_orders_and_another_account_is_refused(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        String one = "one-" + UUID.randomUUID() + "@example.org";
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            opensAnAccount(browser, system, one);
            assertThat(browser.text(By.tagName("main"))).contains("None yet");
            String order = buys(browser, system, sheet);
            logsOut(browser);
            aWrongPasswordIsToldAndTheRightOneLeadsBack(browser, system, one);
            browser.pressAndLeave(By.partialLinkText("2 × "));
            browser.waitFor(By.tagName("h1"), "Paid. Now print your stamps");
            assertThat(browser.address()).isEqualTo(order);
            logsOut(browser);

            opensAnAccount(browser, system, "other-" + UUID.randomUUID() + "@example.org");
            anotherPersonIsRefused(browser, system, sheet, order);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_login_before_paying_keeps_the_choice(VendorSystem system) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        String email = "late-" + UUID.randomUUID() + "@example.org";
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            opensAnAccount(browser, system, email);
            logsOut(browser);
            Shop shop = Shop.in(system, browser);
            shop.chooses(sheet, 4, "2");
            browser.press(By.tagName("summary"));
            logsIn(browser, "account:login", "account:password", email, "not my password");
            assertThat(browser.text(By.cssSelector("#account .ui-message-error")))
                    .contains("wrong");
            logsIn(browser, "account:login", "account:password", email, PASSWORD);
            browser.waitFor(By.tagName("h1"), "Ready to pay");
            browser.pressAndLeave(Shop.GO_ON);
            shop.paysWith("4242424242424242");
            browser.waitFor(By.tagName("h1"), "Paid. Now print your stamps");
            assertThat(browser.text()).contains(sheet, email, "Label 4", "Label 5");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void opensAnAccount(Browser browser, VendorSystem system, String email) {
        browser.go(system.page("/register"));
        browser.type(By.id("register:email"), email);
        browser.type(By.id("register:password"), PASSWORD);
        browser.pressAndLeave(By.xpath("//button[contains(.,'Open the account')]"));
        browser.waitFor(By.tagName("h1"), "My orders");
    }

    /** The page does not ask for an e-mail address; the account then lists the order. */
    private static String buys(Browser browser, VendorSystem system, String sheet) {
        Shop shop = Shop.in(system, browser);
        shop.opens(sheet);
        browser.type(Shop.LETTERS, "2\t");
        browser.waitFor(By.id("buy:sum"), "$");
        browser.pressAndLeave(Shop.GO_ON);
        browser.waitFor(By.id("pay"), "You are logged in as one-");
        browser.pressAndLeave(Shop.GO_ON);
        shop.paysWith("4242424242424242");
        browser.waitFor(By.tagName("h1"), "Paid. Now print your stamps");
        String order = browser.address();
        browser.pressAndLeave(MY_ORDERS);
        browser.waitFor(By.cssSelector("table.list tbody"), "ready to print");
        assertThat(browser.text()).contains(sheet);
        return order.replaceAll("/return\\?", "/order?");
    }

    private static void logsOut(Browser browser) {
        browser.pressAndLeave(By.xpath("//header//button[contains(.,'Log out')]"));
        browser.waitFor(By.linkText("Log in"));
    }

    private static void aWrongPasswordIsToldAndTheRightOneLeadsBack(
            Browser browser, VendorSystem system, String email) {
        browser.go(system.page("/account/orders"));
        logsIn(browser, "login:email", "login:password", email, "not my password");
        assertThat(browser.text(By.cssSelector("#login .ui-message-error"))).contains("wrong");
        logsIn(browser, "login:email", "login:password", email, PASSWORD);
        browser.waitFor(By.tagName("h1"), "My orders");
    }

    private static void logsIn(Browser browser, String nameField, String passwordField, String email, String password) {
        browser.type(By.id(nameField), email);
        browser.type(By.id(passwordField), password);
        browser.pressAndLeave(By.xpath("//main//button[contains(.,'Log in')]"));
    }

    /** Another account gets neither the order's page nor the sheet. */
    private static void anotherPersonIsRefused(Browser browser, VendorSystem system, String sheet, String order) {
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        browser.go(order);
        browser.waitFor(By.tagName("h1"), "There is nothing under this address");
        assertThat(browser.complaints()).singleElement().asString().contains("404");
        assertThat(browser.source()).doesNotContain(sheet);
        Shop.in(system, browser).opens(sheet);
        assertThat(browser.text(By.id("start:serialMessage"))).contains("belongs to another customer");
        before.still();
    }
}
