/**
 * Measurements, each beside its reference from the same run: purchases beside pgbench's bare lock-update-insert on the
 * same PostgreSQL, signatures beside {@code openssl speed ecdsap256}.
 *
 * <p>Law: on a shared machine, a figure is meaningless without its reference from the same minute; no code here asserts
 * a time.
 */
package org.stampwright.bench;
