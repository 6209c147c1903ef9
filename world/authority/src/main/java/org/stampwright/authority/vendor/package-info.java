/**
 * Vendors: who holds a licence, and which keys speak for it.
 *
 * <p>The law: an enrolment key is one vendor's for ever and a vendor has one licence number, never given to another.
 * Registering the same enrolment key again gives the same licence; with other particulars it is refused.
 */
package org.stampwright.authority.vendor;
