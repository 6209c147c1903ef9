/**
 * A reference postal authority: what every feature below stands on.
 *
 * <p>The law: whatever this authority decided is a row in its own PostgreSQL database before anybody hears of it, and
 * an id that a vendor chose is decided once: the same request again gets the same answer, another request under the
 * same id gets 409. Every effect is one transaction, so a process killed after any line has either done a thing or not
 * begun it. Money is a whole number of mills in a {@code long}.
 */
package org.stampwright.authority;
