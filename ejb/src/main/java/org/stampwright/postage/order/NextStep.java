package org.stampwright.postage.order;

/**
 * What the consumer has to do before the order can go on.
 *
 * @param type {@code authenticate} (the bank's page), {@code pay} (the card company's page)
 * @param url where
 */
public record NextStep(String type, String url) {}
