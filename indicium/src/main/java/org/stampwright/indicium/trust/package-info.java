/**
 * Signatures, certificates, and the verdicts that follow from them.
 *
 * <p>The law: one curve (P-256) and one signature form (r and s of 32 bytes each, big-endian, low s only) for all
 * signatures. The data signed with each kind of key start differently, so that no signature can be used for another
 * purpose. The authority's root certifies module keys and its own signing key; the signing key signs receipts, trust
 * bundles and responses. The verifier works offline and never returns <em>forged</em> for lack of data. The byte
 * layouts are in {@code docs/ledger-format.md}.
 */
package org.stampwright.indicium.trust;
