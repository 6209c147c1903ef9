/**
 * The business without its application server, for tests: real PostgreSQL with the real schema, the real persistence
 * provider, facades with their declared transactions, everything else by hand.
 */
package org.stampwright.postage.container;
