/**
 * The threads of an instance that work on the PSDs it owns. For each PSD one thread debits: it takes the waiting orders
 * together, seals the next entry and has it committed; a second thread signs what was recorded, sends the entries to the
 * authority and stores its receipts. No transaction is open while a cryptographic module or the authority is asked.
 * Nothing is signed before its entry is committed. A worker whose lease has ended stops by its own monotonic clock before
 * another instance can take the PSD over. What a worker has in memory is only a copy: the database says what is left to do.
 */
package org.stampwright.postage.worker;
