/**
 * The authority's own root and signing key, what is signed with them, and the form of all public keys.
 *
 * <p>The law: no private key leaves this package. The root certifies keys and signs nothing else; the signing key signs
 * receipts, trust bundles and responses. A database accepts only the root that it began with.
 */
package org.stampwright.authority.keys;
