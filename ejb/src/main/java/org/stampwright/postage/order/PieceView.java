package org.stampwright.postage.order;

import org.stampwright.indicium.Money;

/**
 * One stamp of an order, without anything that would make it valid postage.
 *
 * @param number from 1 within the order
 * @param position its label
 */
public record PieceView(
        int number, int position, String product, String description, String rateCategory, Money value) {}
