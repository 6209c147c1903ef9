/**
 * Vendors: their licences and their keys.
 *
 * <p>The law: an enrolment key belongs to one vendor for ever, and a vendor has one licence number, which is never
 * reassigned. Registering the same enrolment key again returns the same licence; with different particulars it is
 * refused.
 */
package org.stampwright.authority.vendor;
