/**
 * The database that {@code up} uses with nothing configured: an embedded PostgreSQL with its safety settings on, a
 * password for every role from its first start, and the schema brought up to date by the owner role before any node
 * starts.
 */
package org.stampwright.cli.database;
