/**
 * What a stamp costs. Rates come in dated editions, imported by an operator and never changed; the edition in force is
 * the youngest whose day has come. An order keeps the number of the edition it was priced by and the values themselves.
 * The whole price is postage, service fee, and an explicit rounding line up to whole cents, because a card is charged in
 * cents and postage counts in mills. All money is whole mills.
 */
package org.stampwright.postage.rating;
