/**
 * Compares the authority's records of this vendor's PSDs with the database. A database that was restored from an older
 * copy has lost orders, charges and debits that the authority knows of. The authority may be ahead on a PSD, or have
 * one that is missing in the database. The whole vendor then places no order, opens, takes and funds no PSD, and franks
 * nothing, until an operator confirms exactly the differences that were shown. The authority is always read before the
 * database, because every entry was committed here before it was sent.
 */
package org.stampwright.postage.comparison;
