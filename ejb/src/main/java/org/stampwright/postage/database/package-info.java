/**
 * The three data sources and the conversion of values. {@code work} serves purchases. {@code heartbeat} serves leases
 * and heartbeats, so that a flood of purchases cannot starve them. {@code audit} is read-only, each transaction one
 * snapshot. Time limits that instances share are always judged by the database's clock.
 */
package org.stampwright.postage.database;
