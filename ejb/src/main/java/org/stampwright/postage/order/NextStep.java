package org.stampwright.postage.order;

/**
 * The consumer's next step, without which the order cannot continue.
 *
 * @param type {@code authenticate} (the bank's page), {@code pay} (the card company's page)
 * @param url the page's address
 */
public record NextStep(String type, String url) {}
