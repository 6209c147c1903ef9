/**
 * The auditor at work inside the vendor system: every minute, on one instance at a time, it checks the invariants on
 * its own read-only data source and keeps what it found for the console and for health.
 *
 * <p>Law: it never mends. What it finds is for the operator to see; a run in which the authority or the card company
 * could not be asked, or which came to grief itself, is kept as aborted with its reason and is the first finding until
 * another ran to its end, so that silence is never mistaken for order.
 */
package org.stampwright.postage.auditing;
