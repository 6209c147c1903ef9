/**
 * The auditor at work inside the vendor system: every minute, on one instance at a time, it checks the invariants on
 * its own read-only data source and keeps what it found for the console.
 *
 * <p>Law: it never mends. What it finds is for the operator to see; a run in which the authority or the card company
 * could not be asked finds nothing and is not recorded, so that silence is never mistaken for order.
 */
package org.stampwright.vendor.audit;
