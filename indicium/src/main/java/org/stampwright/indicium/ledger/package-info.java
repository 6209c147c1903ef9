/**
 * The ledger of a postal security device: entries that form a chain, the seals on them, the authority's receipts, and
 * the proof that ties one indicium to a receipt.
 *
 * <p>The law: entries of a device run 1…m and piece counts 1…n without a gap; each entry's registers follow from the
 * one before by its kind; ascending + descending = funds added − funds withdrawn; none of the four is ever negative.
 * {@link org.stampwright.indicium.ledger.Succession} is the only place that checks this, for owner, authority and
 * auditor. The byte layouts are in {@code docs/ledger-format.md}; each that is sealed or signed starts with its format.
 */
package org.stampwright.indicium.ledger;
