/**
 * The printed stamp: one routine in Graphics2D that serves window, printer, PNG and vector PDF alike.
 *
 * <p>The law: one user unit is one millimetre, and every letter is drawn as an outline that this library carries, so a
 * stamp looks the same on every machine, with fonts or without. A module of the symbol is five whole dots of a printer
 * of 300 dots an inch and starts on one. What is printed comes from the signed content alone, but for the vendor's
 * design and the name of a rate.
 */
package org.stampwright.indicium.drawing;
