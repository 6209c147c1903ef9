/**
 * The certificate authority: its root, its own signing key, and the certificates of vendors' modules.
 *
 * <p>The law: the root certifies keys and signs nothing else; the signing key signs receipts, trust bundles and
 * responses. A module's key gets one certificate for one use, after its request proved possession of the private key
 * and the authority's administrator approved it. A certificate's serial number has 32 bits and is never reused. A
 * database accepts only the root that it began with.
 */
package org.stampwright.authority.certificates;
