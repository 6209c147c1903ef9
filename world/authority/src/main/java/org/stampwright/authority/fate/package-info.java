/**
 * What becomes of a piece: accepted by a desk, or declared void for its vendor.
 *
 * <p>The law: one row a piece decides, whoever inserts it first, and it is never changed; a void after that is refused,
 * an acceptance too. A void is the authority's act: it gives the postage back to the vendor's account in the same
 * transaction, never to the PSD, once, however often and under however many ids it is asked for.
 */
package org.stampwright.authority.fate;
