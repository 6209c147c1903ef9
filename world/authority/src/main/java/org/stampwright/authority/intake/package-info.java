/**
 * Intake of ledger entries: a vendor sends its PSDs' entries; the authority recomputes each chain and issues a receipt.
 *
 * <p>The law: an entry is recorded only if it follows from its predecessor by the rules that owner and auditor apply
 * too ({@link org.stampwright.indicium.ledger.Succession}). It must be sealed by a key certified for this vendor's
 * seals, credit only a granted download that was not credited before, and frank only contents with the vendor's licence
 * and a certificate of the same server system. A batch is recorded in full or not at all. Known, equal entries are
 * skipped; any other conflict gets 409 with the authority's own head. Entries, pieces and receipts never change.
 */
package org.stampwright.authority.intake;
