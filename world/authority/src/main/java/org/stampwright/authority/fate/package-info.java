/**
 * The fate of a piece: accepted by a desk, or declared void for its vendor.
 *
 * <p>The law: one row per piece decides, the first insert wins, and the row never changes; a later void or acceptance
 * is refused. The authority decides a void and returns the postage to the vendor's account in the same transaction,
 * never to the PSD. It does so once, however many requests arrive under however many ids.
 */
package org.stampwright.authority.fate;
