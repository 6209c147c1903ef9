package org.stampwright.postage.rating;

/**
 * A requested line, unchecked.
 *
 * @param product the product's name in the rates
 * @param quantity number of stamps
 * @param value value of each in mills; required for a free value, optional (null) where the rates fix it
 */
public record LineRequest(String product, int quantity, Long value) {}
