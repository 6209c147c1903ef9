/**
 * Authentication of callers, and the signature on each response.
 *
 * <p>The law: a vendor's request is signed by a key that this authority knows, its time stamp is within five minutes of
 * the authority's clock, and its nonce belongs to no other request. A request that is repeated byte for byte is let
 * through, because every operation takes effect only once. The auditor's key only reads. Every response to a vendor,
 * including a refusal, is signed.
 */
package org.stampwright.authority.authentication;
