/**
 * The auditor: checks the invariants of the ledger, the orders and the label stock (design, section 4).
 *
 * <p>Law: it only reads. It takes one REPEATABLE READ snapshot of the vendor's database first and queries the authority
 * and the card company afterwards, through their public interfaces. So everything in the snapshot had already happened
 * for them. An act that is open in the snapshot is not compared; only its age is checked. The auditor knows the
 * vendor's tables and the published bytes of entries, receipts and indicia, but none of the vendor's code, so that it
 * does not repeat a bug there. The same auditor runs inside the vendor system on a schedule and outside of it as {@code
 * stampwright audit}.
 */
package org.stampwright.audit;
