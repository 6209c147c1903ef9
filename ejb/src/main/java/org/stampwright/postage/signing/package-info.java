/**
 * The cryptographic module of a processing instance and its two keys. The indicium key signs indicia and its own
 * certificate request; the seal key seals ledger entries and signs its own certificate request; neither leaves the
 * module. Each is certified by the authority for its one use.
 */
package org.stampwright.postage.signing;
