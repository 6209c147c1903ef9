/**
 * Label stock: sheets with a serial number, one row a position. A position is free, reserved for one order, or used by
 * it; a reservation has no clock of its own and ends with its order. Whoever reserves holds the sheet's row, so two
 * orders never get the same label. A sheet belongs to nobody until its first captured order. Serial numbers are guessed
 * at a price: wrong ones are counted, and a guest cannot tell an unknown sheet from somebody else's.
 */
package org.stampwright.postage.label;
