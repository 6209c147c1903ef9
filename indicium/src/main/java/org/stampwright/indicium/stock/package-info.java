/**
 * Label stock: the geometry of the sheets and labels that stamps are printed on, as data files.
 *
 * <p>The law: stock that a stamp cannot be printed on properly never loads, and the refusal names what is wrong: labels
 * that overlap, labels off the paper, labels too small for the symbol, for legible text beside it, or for the serial
 * number that is pre-printed. Lengths are millimetres, positions count from 1
 * row by row from the top left; the one label of single stock has position 0, as in an indicium. An operator adds a
 * kind of stock by putting a file into a folder; {@code docs/indicium-format.md} has the keys.
 */
package org.stampwright.indicium.stock;
