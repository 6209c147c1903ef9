/**
 * The cryptographic module of a processing instance and its two keys. The indicium key signs indicia and its own
 * certificate request; the seal key seals ledger entries and signs its own certificate request. Neither leaves the
 * module. The authority certifies each for its one use.
 */
package org.stampwright.postage.signing;
