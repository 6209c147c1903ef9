/**
 * Intake of ledger entries: a vendor sends what its PSDs did, the authority recomputes each chain and gives a receipt.
 *
 * <p>The law: an entry is taken in only if it follows from the one before by the rules that owner and auditor use too
 * ({@link org.stampwright.indicium.ledger.Succession}), is sealed by a key certified for this vendor's seals, credits
 * nothing but a download that was granted and not credited before, and franks only contents that carry the vendor's
 * licence and a certificate of the same server system. A batch is taken in whole or not at all; what is already there
 * and equal is skipped; whatever does not fit gets 409 with the authority's own head. Entries, pieces and receipts are
 * never changed.
 */
package org.stampwright.authority.intake;
