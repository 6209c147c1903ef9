/**
 * The three data sources and how values are stored. {@code work} carries purchases, {@code heartbeat} leases and signs of
 * life (so that a flood of purchases cannot starve them), {@code audit} reads only, each transaction one snapshot.
 * Time limits that instances share are always judged by the database's clock.
 */
package org.stampwright.postage.database;
