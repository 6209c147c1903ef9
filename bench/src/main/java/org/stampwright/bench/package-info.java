/**
 * Measurements, each beside its reference from the same run: purchases beside pgbench's bare lock-update-insert on the
 * same PostgreSQL and beside the same outside calls without a vendor, signatures beside {@code openssl speed
 * ecdsap256}.
 *
 * <p>Law: the system is measured from outside, through its commands, its public API and its database. On a shared
 * machine, a figure is meaningless without its reference from the same minute; no code here asserts a time.
 */
package org.stampwright.bench;
