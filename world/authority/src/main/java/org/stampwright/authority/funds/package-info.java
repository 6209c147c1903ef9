/**
 * Postal security devices and their funds: a vendor's account, its PSDs, and the downloads from one to the other.
 *
 * <p>The law: a download is decided once, under the PSD's row lock; if granted, its amount is debited from the account
 * in the same transaction. It is granted only if the control total that the vendor reports (ascending plus descending
 * register) equals what this authority granted to that PSD before. A PSD that was credited twice, or not at all,
 * therefore gets no further funds. An account never goes below zero, and its balance is the sum of its movements.
 */
package org.stampwright.authority.funds;
