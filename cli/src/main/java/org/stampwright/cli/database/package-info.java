/**
 * The database that {@code up} uses by default: an embedded PostgreSQL with durable settings and a password for every
 * role from its first start. The owner role migrates the schema before any node starts.
 */
package org.stampwright.cli.database;
