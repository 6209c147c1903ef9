package org.stampwright.postage.ledger;

import org.stampwright.indicium.Money;

/**
 * One piece of an order that is to be franked.
 *
 * @param line of the order, from 1
 * @param position on the sheet, 0 where the medium is a single label
 * @param value of the stamp
 * @param rateCategory one to four characters
 */
public record WaitingPiece(int line, int position, Money value, String rateCategory) {}
