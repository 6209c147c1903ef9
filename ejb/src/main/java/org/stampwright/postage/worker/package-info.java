/**
 * The threads of an instance that work on the PSDs it owns. For each PSD one thread debits: it takes the waiting orders
 * together, seals the next entry and has it committed. A second thread signs the recorded contents, sends the entries
 * to the authority and stores its receipts. No transaction is open while a cryptographic module or the authority is
 * asked. No content is signed before its entry is committed. A worker whose lease has ended stops by its own monotonic
 * clock before another instance can take the PSD over. A worker's memory holds only a copy: the database records the
 * remaining work.
 */
package org.stampwright.postage.worker;
