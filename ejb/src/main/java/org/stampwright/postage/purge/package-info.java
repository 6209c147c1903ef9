/**
 * Deletes rows that have become too old to be of use: drafts, print tickets, failed attempts and runs of the auditor.
 * The ages are in the database's functions, which alone may delete such rows, so that no caller of a function can
 * delete a young one. What belongs to a placed order, to the ledger or to a payment is kept for ever.
 */
package org.stampwright.postage.purge;
