/**
 * Label stock: the geometry of the sheets and labels that stamps are printed on, as data files.
 *
 * <p>The law: stock on which a stamp cannot be printed properly never loads, and the refusal names the flaw: labels
 * that overlap, labels off the paper, or labels too small for the symbol, for legible text beside it, or for the
 * pre-printed serial number. Lengths are millimetres; positions count from 1 row by row from the top left; the one
 * label of single stock has position 0, as in an indicium. An operator adds a kind of stock by putting a file into a
 * folder; {@code docs/indicium-format.md} lists the keys.
 */
package org.stampwright.indicium.stock;
