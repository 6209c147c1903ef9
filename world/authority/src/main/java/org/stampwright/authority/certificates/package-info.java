/**
 * The certificates of vendors' modules: requested, approved, published and revoked.
 *
 * <p>The law: a module's key gets one certificate for one use, after its request proved possession of the private key
 * and the authority's administrator approved it. A certificate's serial number has 32 bits and is never reused.
 */
package org.stampwright.authority.certificates;
