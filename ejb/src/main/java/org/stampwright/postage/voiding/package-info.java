/**
 * Has the authority void pieces: those that were abandoned and those that were signed and not paid for. Each void is a
 * row, at most one a piece, committed before the authority is asked and open until it has decided; asked again, the
 * authority answers the same.
 */
package org.stampwright.postage.voiding;
