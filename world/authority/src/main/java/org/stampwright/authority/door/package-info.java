/**
 * The door: who may come in, and the signature under what goes out.
 *
 * <p>The law: a vendor's request is signed by a key that this authority knows, is not older or newer than five
 * minutes, and its nonce is no other request's. A request that comes again byte for byte is let through, because
 * behind the door nothing has an effect twice. The auditor's key only reads. Every answer to a vendor, a refusal too,
 * is signed.
 */
package org.stampwright.authority.door;
