/**
 * Measurements, each beside what it is measured against and in the same run: purchases beside pgbench's bare
 * lock-update-insert on the same PostgreSQL, signatures beside {@code openssl speed ecdsap256}.
 *
 * <p>Law: a figure without its yardstick from the same minute is worth nothing on a shared machine; nothing here
 * asserts a time.
 */
package org.stampwright.bench;
