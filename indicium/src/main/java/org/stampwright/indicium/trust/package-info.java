/**
 * Signatures, certificates, and what they let anyone conclude.
 *
 * <p>The law: one curve (P-256) and one signature form (r and s of 32 bytes each, big-endian, low s only), whatever is
 * signed; everything signed with one kind of key starts differently, so that no signature can stand for another. The
 * authority's root certifies module keys and its own signing key; that signs receipts, trust bundles and answers. The
 * verifier is offline and never says <em>forged</em> for want of knowledge. Bytes are in
 * {@code docs/ledger-format.md}.
 */
package org.stampwright.indicium.trust;
