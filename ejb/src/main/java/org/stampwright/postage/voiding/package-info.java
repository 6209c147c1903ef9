/**
 * Has the authority void pieces that were abandoned, or signed and not paid for. Each void is a row, at most one per
 * piece, committed before the authority is asked and open until it has decided. A repeated request gets the same
 * answer.
 */
package org.stampwright.postage.voiding;
