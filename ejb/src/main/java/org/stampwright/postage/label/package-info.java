/**
 * Label stock: sheets with a serial number, one row per position. A position is free, reserved for one order, or used
 * by it. A reservation has no clock of its own and ends with its order. A reservation locks the sheet's row, so two
 * orders never get the same label. A sheet has no owner until its first captured order. Guessing serial numbers is
 * limited: wrong ones are counted, and a guest cannot tell an unknown sheet from another customer's.
 */
package org.stampwright.postage.label;
