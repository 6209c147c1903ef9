/**
 * Compares what the authority has of this vendor's PSDs with the database. A database that was restored from an older copy
 * has lost orders, charges and debits that the authority knows of: while the authority is ahead on any PSD, or knows one
 * that the database does not, the whole vendor places no order, opens, takes and funds no PSD, and franks nothing, until an
 * operator confirms exactly the differences that were shown. The authority is always asked before the database: what it
 * has was committed here before it was sent.
 */
package org.stampwright.postage.comparison;
