/**
 * Postal security devices, the entries of their ledgers and their funds. The owner of a PSD commits an entry with the
 * orders, the registers and the contents in one JTA transaction. Ownership is a lease by the database's clock with an
 * epoch that rises at every takeover; the condition of each update names both, so a late owner changes nothing. Before
 * a PSD is opened or taken over, the authority is asked for its head: a PSD whose row, newest entry and head differ is
 * suspended. Funds are credited exactly once, together with the entry that records them.
 */
package org.stampwright.postage.ledger;
