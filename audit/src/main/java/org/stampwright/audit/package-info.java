/**
 * The auditor: says whether the invariants of the ledger, the orders and the label stock hold (design, section 4).
 *
 * <p>Law: it only reads. It takes one REPEATABLE READ snapshot of the vendor's database first and asks the authority
 * and the card company afterwards, by their public interfaces, so that whatever it compares had already happened for
 * them; acts that are open in the snapshot are not compared, only their age is. It knows the vendor's tables and the
 * published bytes of entries, receipts and indicia, and nothing of the vendor's code: a mistake there is not repeated
 * here. The same auditor runs inside the vendor system on a schedule and outside of it as {@code stampwright audit}.
 */
package org.stampwright.audit;
