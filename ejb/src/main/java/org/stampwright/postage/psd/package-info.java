/**
 * Postal security devices and their ledger. A device is debited by its owner alone: one worker per device takes the
 * waiting orders together, computes and seals the next entry, and commits it with the orders, the registers and the
 * contents in one JTA transaction; only then is anything signed. Ownership is a lease by the database's clock with
 * an epoch that rises at every taking; each guard stands in the update's own condition, so a late owner changes
 * nothing.
 */
package org.stampwright.postage.psd;
