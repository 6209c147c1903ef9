package org.stampwright.postage.order;

import org.stampwright.indicium.Money;

/**
 * One stamp of an order, without anything that would make it one.
 *
 * @param number 1 and up within the order
 * @param position the label that it is for
 */
public record PieceView(
        int number, int position, String product, String description, String rateCategory, Money value) {}
