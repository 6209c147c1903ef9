/**
 * The printed stamp: one routine in Graphics2D for window, printer, PNG and vector PDF.
 *
 * <p>The law: one user unit is one millimetre, and every letter is drawn as an outline from this library, so that a
 * stamp looks the same on every machine, with or without fonts. A module of the symbol is five whole dots of a printer
 * of 300 dots per inch and is aligned to one. The printed text comes only from the signed content, except the vendor's
 * design and the name of a rate.
 */
package org.stampwright.indicium.drawing;
