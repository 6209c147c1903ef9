package org.stampwright.postage.rating;

/**
 * A line as asked for, unchecked.
 *
 * @param product the product's name in the rates
 * @param quantity stamps
 * @param value mills each; needed for a free value, may be left out (null) where the rates fix it
 */
public record LineRequest(String product, int quantity, Long value) {}
