/**
 * The price of a stamp. Rates come in dated editions, imported by an operator and never changed; the current edition is
 * the newest one in force. An order stores the number of the edition it was priced by and the values themselves. The
 * total is postage, service fee, and an explicit rounding line up to whole cents, because a card is charged in cents
 * and postage counts in mills. All money is in whole mills.
 */
package org.stampwright.postage.rating;
