/**
 * What a run costs: processor time by process and by part of an instance, transactions, statements and exchanges.
 * Counted by the kernel, the database and the JVM, never by the measured program itself.
 */
package org.stampwright.bench.cost;
