/**
 * Postal security devices and the money in them: a vendor's account, its PSDs, and downloads from the one to the
 * other.
 *
 * <p>The law: a download is decided once, under the PSD's row lock; granted, it takes its amount from the account in
 * the same transaction. It is granted only if the control total that the vendor reports (ascending plus descending
 * register) is what this authority gave to that PSD before, so a PSD that was credited too often, or not at all, gets
 * nothing more. An account never goes below zero and its balance is the sum of its movements.
 */
package org.stampwright.authority.funds;
