package org.stampwright.acceptance;

import org.openqa.selenium.By;

/** A person's actions in the storefront and on the card company's pages, in a browser. */
record Shop(Browser browser, String address) {

    /** The number of letters, in the list of products. */
    static final By LETTERS = By.xpath("(//ul[@class='products']/li)[1]//input[@type='number']");
    /** The button to the next page of a purchase. */
    static final By GO_ON = By.cssSelector("button.pay");

    /** The card company's button. */
    static final By PAY = By.id("pay");

    private static final By SHOW = By.xpath("//button[contains(.,'Show my sheet')]");

    static Shop in(VendorSystem system, Browser browser) {
        return new Shop(browser, system.storefront());
    }

    /** Types a serial number into the first page's field. */
    void opens(String sheet) {
        browser.go(address);
        browser.type(By.id("start:serial"), sheet);
        browser.pressAndLeave(SHOW);
    }

    /** Chooses the start label and the number of letters, and continues to the payer. */
    void chooses(String sheet, int start, String letters) {
        opens(sheet);
        browser.press(By.id("label-" + start));
        browser.type(LETTERS, letters + "\t");
        browser.waitFor(By.id("buy:sum"), "$");
        browser.pressAndLeave(GO_ON);
        browser.waitFor(By.id("pay:email"));
    }

    /** Continues as a guest: types an e-mail address and goes to the card company's page. */
    void isGuest() {
        browser.type(By.id("pay:email"), "someone@example.org");
        browser.pressAndLeave(GO_ON);
    }

    /** Fills in the card company's page and pays. */
    void paysWith(String card) {
        fillsIn(card);
        browser.pressAndLeave(PAY);
    }

    /** Fills in the card company's page. */
    void fillsIn(String card) {
        browser.type(By.id("cardNumber"), card);
        browser.type(By.id("cardExpiry"), "12 / 34");
        browser.type(By.id("cardCvc"), "123");
        browser.type(By.id("billingName"), "Some One");
    }

    /** Leaves the card company's page without paying and cancels the order: its labels are free again. */
    void changesTheirMind() {
        browser.pressAndLeave(By.id("cancel-link"));
        browser.waitFor(By.tagName("h1"), "Not paid yet");
        browser.pressAndLeave(By.xpath("//button[contains(.,'Cancel and change something')]"));
        browser.waitFor(By.id("label-1"));
    }

    /** Buys letters as a guest, until they can be printed. */
    void buys(String sheet, int start, String letters) {
        chooses(sheet, start, letters);
        isGuest();
        paysWith("4242424242424242");
        browser.waitFor(By.tagName("h1"), "Paid. Now print your stamps");
    }
}
